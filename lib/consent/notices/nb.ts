/** Teksten kunden samtykker til, nøyaktig. En endret bokstav endrer hashen: gi den en ny versjon i notice.ts. */
export const nb = `Smartlading av bilen din

Hva du samtykker til
Vi lader bilen når strømmen er billigst, slik at den er klar når du trenger den.

Hva vi leser hos bilprodusenten
- hvor fullt batteriet er, og ladegrensen du har satt
- om bilen er koblet til, og om den lader
- hvor stor effekt den tar

Hva du forteller oss
- hvor strømmen kommer fra: prisområde, avgiftssone, nettselskap og strømavtale. Et postnummer eller målepunkt brukes én gang
  for å finne dem, og lagres ikke
- hvor stort batteriet er, og når bilen skal være klar

Hva vi gjør med bilen
- starter og stopper lading
- setter ladegrensen når planen trenger det

Hva vi aldri har
- hvor bilen er eller har vært. Vi ber ikke om lov til å se det, og vi har ikke noe sted å lagre det.
- navnet ditt, adressen din eller bilens understellsnummer i lesbar form

Hvem som er med
- bilprodusenten, som svarer på spørsmålene våre og utfører kommandoene
- skyleverandøren vår (Amazon Web Services, Stockholm), som lagrer dataene for oss, kryptert

Hvor lenge
- så lenge du har tjenesten. Planer erstattes når nye kommer.
- tidligere lading, med energi og kostnad: tre år
- beviset på at du samtykket, og at du trakk samtykket: tre år etter at du trakk det, under et tilfeldig nummer og uten
  navnet ditt

Hvordan du trekker samtykket
Trykk «Trekk samtykket» på samme side, når som helst og uten å oppgi grunn. Vi stopper med en gang, lar bilen lade som den ville
gjort uten oss, gir tilgangen vår tilbake til bilprodusenten og sletter det vi har om deg. Du kan også fjerne tilgangen vår
selv på bilprodusentens egen side.
`;
