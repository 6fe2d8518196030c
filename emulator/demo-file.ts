import { existsSync, readFileSync } from 'node:fs'
import { type Fields, fieldsOf, listOf, textOf } from './json.ts'
import type { App, Waba } from './world/model.ts'
import type { NumberSeed } from './world/seed.ts'

export type Demo = { readonly app: App; readonly waba: Waba; readonly numbers: readonly NumberSeed[] }

/** What a number without a name of its own is called, by its place in the list. */
const defaultNumbers: readonly Omit<NumberSeed, 'id'>[] = [
  { displayPhoneNumber: '+52 55 5000 1000', verifiedName: 'Financiera Aurora Ventas', country: 'MX' },
  { displayPhoneNumber: '+54 11 5000 2000', verifiedName: 'Financiera Aurora Soporte', country: 'AR' },
]
const defaultNumberIds = ['106540352242922', '106540352242923']

/** Ids and secrets when nobody has written the file: for an emulator started alone. */
const defaults = {
  appId: '1432870000000001',
  appSecret: 'emulator-app-secret',
  accessToken: 'EAAemulator',
  verifyToken: 'emulator-verify-token',
  wabaId: '102290129340398',
  businessName: 'Financiera Aurora',
}

/** Reads the file the launcher writes for product and emulator. Without the file, the defaults above hold. */
export function readDemoFile(path: string): Demo {
  const file = existsSync(path) ? parse(path) : {}
  const text = (name: keyof typeof defaults): string => textOf(file[name]) || defaults[name]
  return {
    app: {
      id: text('appId'),
      name: `${text('businessName')} Hilo`,
      secret: text('appSecret'),
      accessToken: text('accessToken'),
      verifyToken: text('verifyToken'),
      callbackUrl: textOf(file['webhookUrl']) || null,
      clockUrl: textOf(file['clockUrl']) || null,
    },
    waba: {
      id: text('wabaId'),
      name: text('businessName'),
      // Longer than the account, so never the same: who may read the one may not read the other.
      businessId: `2${text('wabaId')}`,
      country: 'MX',
      currency: 'USD',
    },
    numbers: numbersOf(file),
  }
}

function parse(path: string): Fields {
  try {
    return fieldsOf(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new Error(`${path} is not JSON; delete it and start again`, { cause: error })
  }
}

function numbersOf(file: Fields): NumberSeed[] {
  const written = listOf(file['phoneNumbers']).map(fieldsOf)
  const ids =
    written.length > 0
      ? written.map((number) => textOf(number['id']) ?? '')
      : listOf(file['phoneNumberIds']).map(String)
  return (ids.length > 0 ? ids : defaultNumberIds).map((id, index) => {
    const given = written[index] ?? {}
    const usual = defaultNumbers[index] ?? {
      displayPhoneNumber: `+52 55 5000 ${1000 + index}`,
      verifiedName: 'Financiera Aurora',
      country: 'MX',
    }
    return {
      id,
      displayPhoneNumber: textOf(given['displayPhoneNumber']) || usual.displayPhoneNumber,
      verifiedName: textOf(given['verifiedName']) || usual.verifiedName,
      country: textOf(given['country']) || usual.country,
      ...(given['throughput'] === 'HIGH' ? { throughput: 'HIGH' } : {}),
    }
  })
}
