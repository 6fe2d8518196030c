/** A market of Meta's rate cards: one country, or a region of several. */
export type Market = { readonly country: string; readonly name: string }

const single = (code: string, country: string, name: string): readonly [string, Market] => [code, { country, name }]
const region = (name: string, countries: string): (readonly [string, Market])[] =>
  countries.split(' ').map((entry) => {
    const [code = '', country = ''] = entry.split('=')
    return single(code, country, name)
  })

/**
 * Calling codes and the market each belongs to (Meta, Pricing, Country calling codes, 2025-11). What is missing here is
 * the market "Other".
 */
const markets: ReadonlyMap<string, Market> = new Map([
  single('54', 'AR', 'Argentina'),
  single('55', 'BR', 'Brazil'),
  single('56', 'CL', 'Chile'),
  single('57', 'CO', 'Colombia'),
  single('20', 'EG', 'Egypt'),
  single('33', 'FR', 'France'),
  single('49', 'DE', 'Germany'),
  single('91', 'IN', 'India'),
  single('62', 'ID', 'Indonesia'),
  single('972', 'IL', 'Israel'),
  single('39', 'IT', 'Italy'),
  single('60', 'MY', 'Malaysia'),
  single('52', 'MX', 'Mexico'),
  single('31', 'NL', 'Netherlands'),
  single('234', 'NG', 'Nigeria'),
  single('92', 'PK', 'Pakistan'),
  single('51', 'PE', 'Peru'),
  single('7', 'RU', 'Russia'),
  single('966', 'SA', 'Saudi Arabia'),
  single('27', 'ZA', 'South Africa'),
  single('34', 'ES', 'Spain'),
  single('90', 'TR', 'Turkey'),
  single('971', 'AE', 'United Arab Emirates'),
  single('44', 'GB', 'United Kingdom'),
  single('1', 'US', 'North America'),
  ...region(
    'Rest of Latin America',
    '591=BO 506=CR 1809=DO 1829=DO 1849=DO 593=EC 503=SV 502=GT 509=HT 504=HN 1658=JM 1876=JM 505=NI 507=PA 595=PY 1787=PR 1939=PR 598=UY 58=VE',
  ),
  ...region('Rest of Western Europe', '43=AT 32=BE 45=DK 358=FI 353=IE 47=NO 351=PT 46=SE 41=CH'),
])

const LONGEST_CODE = 4
const other: Market = { country: '', name: 'Other' }

/** The market of a recipient: by the calling code, or by the country a business-scoped user id begins with. */
export function marketOf(address: string): Market {
  const country = /^([A-Z]{2})\./.exec(address)?.[1]
  if (country !== undefined) return [...markets.values()].find((market) => market.country === country) ?? other
  for (let length = LONGEST_CODE; length > 0; length -= 1) {
    const market = markets.get(address.slice(0, length))
    if (market !== undefined) return market
  }
  return other
}
