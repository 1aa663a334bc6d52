/** Teksten kunden samtykker til, nøyaktig. En endret bokstav endrer hashen: gi den en ny versjon i notice.ts. */
export const nb = `Smartlading av bilen din

Hva du samtykker til
Vi lader bilen når strømmen er billigst, slik at den er klar når du trenger den. Forteller du oss om hovedsikringen, planlegger vi
slik at hus og biler holder seg under den. Forteller du oss om nettselskapet, planlegger vi slik at månedens fastledd ikke øker
uten grunn.

Hva vi leser hos bilprodusenten
- hvor fullt batteriet er, og ladegrensen du har satt
- om bilen er koblet til, og om den lader
- hvor stor effekt den tar: strømstyrken den er satt til og det meste den kan settes til, fasene og spenningen

Hva du forteller oss
- hvor strømmen kommer fra: prisområde, avgiftssone, nettselskap og strømavtale. Et postnummer eller målepunkt brukes én gang
  for å finne dem, og lagres ikke
- hovedsikringen, og hva huset bruker i året, om du vil fortelle det
- hvor stort batteriet er, når bilen skal være klar, og hvordan den får lade

Hva vi regner ut
- hva bilene dine tok i hver time, så lenge måneden de tok det i varer
- den høyeste timen hver dag denne måneden, for hus og biler sammen: husets forbruk er vårt anslag, vi leser ingen måler

Hva vi gjør med bilen
- starter og stopper lading
- setter ladegrensen når planen trenger det
- setter ladestrømmen når flere biler deler en sikring, eller når planen er å lade langsomt. Vi setter den tilbake til det den var
  når den langsomme ladingen er over, eller neste gang vi når bilen

Hva vi aldri har
- hvor bilen er eller har vært. Vi ber ikke om lov til å se det, og vi har ikke noe sted å lagre det.
- navnet ditt, adressen din eller bilens understellsnummer i lesbar form

Hvem som er med
- bilprodusenten, som svarer på spørsmålene våre og utfører kommandoene
- skyleverandøren vår (Amazon Web Services, Stockholm), som lagrer dataene for oss, kryptert

Hvor lenge
- så lenge du har tjenesten. Planer erstattes når nye kommer.
- timenes energi og dagenes høyeste timer: til måneden er over, eller til du flytter
- tidligere lading, med energi og kostnad: tre år
- beviset på at du samtykket, og at du trakk samtykket: tre år etter at du trakk det, under et tilfeldig nummer og uten
  navnet ditt

Hvordan du trekker samtykket
Trykk «Trekk samtykket» på samme side, når som helst og uten å oppgi grunn. Vi stopper med en gang, lar bilen lade som den ville
gjort uten oss, gir tilgangen vår tilbake til bilprodusenten og sletter det vi har om deg. Du kan også fjerne tilgangen vår
selv på bilprodusentens egen side.
`;
