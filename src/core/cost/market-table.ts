/**
 * Countries by calling code, and the region of Meta's rate cards each belongs to (Meta, Pricing, "Country calling codes",
 * read 2026-11 by way of several copies; unverified beyond the markets of the demonstration card). A country without
 * region is a market of its own in every card since 2025; one with region may get its own market in a later card.
 */
type Country = { readonly name: string; readonly region: string | null }

const OWN = `54 AR Argentina|55 BR Brazil|56 CL Chile|57 CO Colombia|20 EG Egypt|33 FR France|49 DE Germany|91 IN India
62 ID Indonesia|972 IL Israel|39 IT Italy|60 MY Malaysia|52 MX Mexico|31 NL Netherlands|234 NG Nigeria|92 PK Pakistan
51 PE Peru|7 RU Russia|966 SA Saudi Arabia|27 ZA South Africa|34 ES Spain|90 TR Turkey|971 AE United Arab Emirates
44 GB United Kingdom`

const REGIONS: Readonly<Record<string, string>> = {
  'North America': `1 US United States|1 CA Canada`,
  'Rest of Latin America': `591 BO Bolivia|506 CR Costa Rica|1809,1829,1849 DO Dominican Republic|593 EC Ecuador
503 SV El Salvador|502 GT Guatemala|509 HT Haiti|504 HN Honduras|1658,1876 JM Jamaica|505 NI Nicaragua|507 PA Panama
595 PY Paraguay|1787,1939 PR Puerto Rico|598 UY Uruguay|58 VE Venezuela`,
  'Rest of Western Europe': `43 AT Austria|32 BE Belgium|45 DK Denmark|358 FI Finland|353 IE Ireland|47 NO Norway
351 PT Portugal|46 SE Sweden|41 CH Switzerland`,
  'Rest of Central & Eastern Europe': `355 AL Albania|374 AM Armenia|994 AZ Azerbaijan|375 BY Belarus|359 BG Bulgaria
385 HR Croatia|420 CZ Czech Republic|995 GE Georgia|30 GR Greece|36 HU Hungary|371 LV Latvia|370 LT Lithuania
373 MD Moldova|389 MK North Macedonia|48 PL Poland|40 RO Romania|381 RS Serbia|421 SK Slovakia|386 SI Slovenia
380 UA Ukraine`,
  'Rest of Middle East': `973 BH Bahrain|964 IQ Iraq|962 JO Jordan|965 KW Kuwait|961 LB Lebanon|968 OM Oman|974 QA Qatar
967 YE Yemen`,
  'Rest of Asia Pacific': `93 AF Afghanistan|61 AU Australia|880 BD Bangladesh|855 KH Cambodia|86 CN China|852 HK Hong Kong
81 JP Japan|856 LA Laos|976 MN Mongolia|977 NP Nepal|64 NZ New Zealand|675 PG Papua New Guinea|63 PH Philippines
65 SG Singapore|94 LK Sri Lanka|886 TW Taiwan|992 TJ Tajikistan|66 TH Thailand|993 TM Turkmenistan|998 UZ Uzbekistan
84 VN Vietnam`,
  'Rest of Africa': `213 DZ Algeria|244 AO Angola|229 BJ Benin|267 BW Botswana|226 BF Burkina Faso|257 BI Burundi
237 CM Cameroon|235 TD Chad|242 CG Republic of the Congo|291 ER Eritrea|251 ET Ethiopia|241 GA Gabon|220 GM Gambia
233 GH Ghana|245 GW Guinea-Bissau|225 CI Ivory Coast|254 KE Kenya|266 LS Lesotho|231 LR Liberia|218 LY Libya
261 MG Madagascar|265 MW Malawi|223 ML Mali|222 MR Mauritania|212 MA Morocco|258 MZ Mozambique|264 NA Namibia
227 NE Niger|250 RW Rwanda|221 SN Senegal|232 SL Sierra Leone|252 SO Somalia|211 SS South Sudan|249 SD Sudan
268 SZ Swaziland|255 TZ Tanzania|228 TG Togo|216 TN Tunisia|256 UG Uganda|260 ZM Zambia|263 ZW Zimbabwe`,
  /**
   * No region lists these. Kazakhstan shares +7 with Russia and the Caribbean +1 with the United States: the digits that
   * follow tell them apart (ITU E.164; NANPA, area codes of 2026).
   */
  Other: `76,77 KZ Kazakhstan|1268 AG Antigua and Barbuda|1264 AI Anguilla|1246 BB Barbados|1441 BM Bermuda|1242 BS Bahamas
1767 DM Dominica|1473 GD Grenada|1869 KN Saint Kitts and Nevis|1345 KY Cayman Islands|1758 LC Saint Lucia
1664 MS Montserrat|1721 SX Sint Maarten|1649 TC Turks and Caicos Islands|1868 TT Trinidad and Tobago
1784 VC Saint Vincent and the Grenadines|1284 VG British Virgin Islands|1340 VI U.S. Virgin Islands`,
}

type Entry = { readonly codes: readonly string[]; readonly country: string } & Country

const entriesOf = (text: string, region: string | null): readonly Entry[] =>
  text.split(/[|\n]/).map((line) => {
    const [codes = '', country = '', ...name] = line.split(' ')
    return { codes: codes.split(','), country, name: name.join(' '), region }
  })

const ENTRIES: readonly Entry[] = [
  ...entriesOf(OWN, null),
  ...Object.entries(REGIONS).flatMap(([region, text]) => entriesOf(text, region)),
]

/** By ISO 3166 alpha-2. */
export const COUNTRIES: ReadonlyMap<string, Country> = new Map(
  ENTRIES.map(({ country, name, region }) => [country, { name, region }]),
)

/** Of two countries with one code the first is meant: +1 is taken for the United States, as Canada costs the same. */
export const CALLING_CODES: ReadonlyMap<string, string> = new Map(
  ENTRIES.toReversed().flatMap(({ codes, country }) => codes.map((code) => [code, country] as const)),
)
