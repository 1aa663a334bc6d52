import type { GridOwner } from '../grid-owner.ts';
import { alut } from './alut.ts';
import { areaAlle } from './area-alle.ts';
import { areaLega } from './area-lega.ts';
import { areaLuostejok } from './area-luostejok.ts';
import { areaNettinord } from './area-nettinord.ts';
import { arva } from './arva.ts';
import { asker } from './asker.ts';
import { barentsnett } from './barentsnett.ts';
import { bindalkraftlag } from './bindalkraftlag.ts';
import { bkk } from './bkk.ts';
import { bomlokraftnett } from './bomlokraftnett.ts';
import { breheim } from './breheim.ts';
import { denett } from './denett.ts';
import { elinett } from './elinett.ts';
import { elmea } from './elmea.ts';
import { elvenett } from './elvenett.ts';
import { elvia } from './elvia.ts';
import { enida } from './enida.ts';
import { etna } from './etna.ts';
import { everket } from './everket.ts';
import { fagne } from './fagne.ts';
import { fjellnett } from './fjellnett.ts';
import { foere } from './foere.ts';
import { foie } from './foie.ts';
import { glitre } from './glitre.ts';
import { griug } from './griug.ts';
import { haringnett } from './haringnett.ts';
import { havnett } from './havnett.ts';
import { holandogsetskogelverk } from './holandogsetskogelverk.ts';
import { indrehordalandkraftnett } from './indrehordalandkraftnett.ts';
import { jaereneverk } from './jaereneverk.ts';
import { kenett } from './kenett.ts';
import { klive } from './klive.ts';
import { kystnett } from './kystnett.ts';
import { lede } from './lede.ts';
import { linea } from './linea.ts';
import { linja } from './linja.ts';
import { lnett } from './lnett.ts';
import { lucerna } from './lucerna.ts';
import { lysna } from './lysna.ts';
import { mellom } from './mellom.ts';
import { meloy } from './meloy.ts';
import { midtnett } from './midtnett.ts';
import { mostraum } from './mostraum.ts';
import { netera } from './netera.ts';
import { nettselskapet } from './nettselskapet.ts';
import { noranett } from './noranett.ts';
import { noranettAndoy } from './noranett-andoy.ts';
import { noranettHadsel } from './noranett-hadsel.ts';
import { nordvest } from './nordvest.ts';
import { norefjell } from './norefjell.ts';
import { norgesnett } from './norgesnett.ts';
import { rknett } from './rknett.ts';
import { rnett } from './rnett.ts';
import { romsdalsnett } from './romsdalsnett.ts';
import { snett } from './snett.ts';
import { soraurdalenergi } from './soraurdalenergi.ts';
import { stannum } from './stannum.ts';
import { stram } from './stram.ts';
import { straumen } from './straumen.ts';
import { straumnett } from './straumnett.ts';
import { sygnir } from './sygnir.ts';
import { telemark } from './telemark.ts';
import { tendranett } from './tendranett.ts';
import { tensioTn } from './tensio-tn.ts';
import { tensioTs } from './tensio-ts.ts';
import { tinfos } from './tinfos.ts';
import { uvdal } from './uvdal.ts';
import { vang } from './vang.ts';
import { vestall } from './vestall.ts';
import { vestmar } from './vestmar.ts';
import { vevig } from './vevig.ts';
import { viermie } from './viermie.ts';
import { vissi } from './vissi.ts';

/**
 * What Norway's grid owners charge homes and cabins, with the rows that have ended since New Year 2025: what is known before
 * the first refresh, and whenever there is none. The figures are those of the repository kraftsystemet/fri-nettleie on GitHub
 * (licence CC BY 4.0) as it was on 18 August 2026. It reads them off the owners' own price pages: each owner's `sources`. An
 * owner's newest row may be old where it found no newer one (Arva's is of 2024). The form is ours. Price areas: eSett's
 * metering grid areas (CC0).
 */
const owners: readonly GridOwner[] = [
  alut,
  areaAlle,
  areaLega,
  areaLuostejok,
  areaNettinord,
  arva,
  asker,
  barentsnett,
  bindalkraftlag,
  bkk,
  bomlokraftnett,
  breheim,
  denett,
  elinett,
  elmea,
  elvenett,
  elvia,
  enida,
  etna,
  everket,
  fagne,
  fjellnett,
  foere,
  foie,
  glitre,
  griug,
  haringnett,
  havnett,
  holandogsetskogelverk,
  indrehordalandkraftnett,
  jaereneverk,
  kenett,
  klive,
  kystnett,
  lede,
  linea,
  linja,
  lnett,
  lucerna,
  lysna,
  mellom,
  meloy,
  midtnett,
  mostraum,
  netera,
  nettselskapet,
  noranett,
  noranettAndoy,
  noranettHadsel,
  nordvest,
  norefjell,
  norgesnett,
  rknett,
  rnett,
  romsdalsnett,
  snett,
  soraurdalenergi,
  stannum,
  stram,
  straumen,
  straumnett,
  sygnir,
  telemark,
  tendranett,
  tensioTn,
  tensioTs,
  tinfos,
  uvdal,
  vang,
  vestall,
  vestmar,
  vevig,
  viermie,
  vissi,
];
const byKey = new Map(owners.map((owner) => [owner.key, owner]));

/** Ascending by key. */
export function shippedGridOwners(): readonly GridOwner[] {
  return owners;
}

/** Null where no owner has the key. */
export function shippedGridOwner(key: string): GridOwner | null {
  return byKey.get(key) ?? null;
}
