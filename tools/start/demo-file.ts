import { randomBytes, randomInt } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** One of the demo company's WhatsApp numbers, on the emulator. */
export type DemoNumber = {
  readonly id: string
  readonly displayPhoneNumber: string
  readonly verifiedName: string
  readonly country: string
}

/** `demo.json`: everything a person, a test or a script needs to drive the demo. */
export type Demo = {
  readonly url: string
  readonly email: string
  readonly password: string
  /** For our own API, as `Authorization: Bearer`. */
  readonly apiKey: string
  readonly webhookUrl: string
  /** Where the product calls Meta's Graph API. */
  readonly graphUrl: string
  /** The customers' phones, for a browser. */
  readonly emulatorUrl: string
  readonly accessToken: string
  readonly appSecret: string
  readonly verifyToken: string
  readonly appId: string
  readonly wabaId: string
  readonly phoneNumberIds: readonly string[]
  readonly phoneNumbers: readonly DemoNumber[]
  readonly businessName: string
  /** The server's clock follows the emulator's through this address. */
  readonly clockUrl: string
  /** The installation's master key. It begins with `demo-`, which a start without demo refuses. */
  readonly secret: string
}

type Ports = { readonly port: number; readonly emulatorPort: number }

/** Reads `demo.json`, or makes it with new secrets; addresses follow the ports of this start. */
export function prepareDemo(dataDir: string, ports: Ports): { readonly file: string; readonly demo: Demo } {
  const file = path.join(dataDir, 'demo.json')
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Partial<Demo>) : {}
  const demo: Demo = { ...addresses(ports), ...newDemo(), ...known, ...addresses(ports) }
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
  return { file, demo }
}

function addresses({ port, emulatorPort }: Ports) {
  const url = `http://localhost:${port}`
  return {
    url,
    webhookUrl: `${url}/webhooks/whatsapp`,
    clockUrl: `${url}/demo/clock`,
    graphUrl: `http://127.0.0.1:${emulatorPort}`,
    emulatorUrl: `http://localhost:${emulatorPort}`,
  }
}

function newDemo() {
  const phoneNumbers: DemoNumber[] = [
    { id: digits(15), displayPhoneNumber: '+52 55 5000 1000', verifiedName: 'Aurora Ventas', country: 'MX' },
    { id: digits(15), displayPhoneNumber: '+54 11 5000 2000', verifiedName: 'Aurora Soporte', country: 'AR' },
  ]
  return {
    email: 'ana@aurora.example',
    password: memorable(),
    apiKey: `hilo_demo_${randomBytes(24).toString('hex')}`,
    accessToken: `EAA${letters(180)}`,
    appSecret: randomBytes(16).toString('hex'),
    verifyToken: randomBytes(12).toString('hex'),
    appId: digits(15),
    wabaId: digits(15),
    phoneNumberIds: phoneNumbers.map(({ id }) => id),
    phoneNumbers,
    businessName: 'Financiera Aurora',
    secret: `demo-${randomBytes(32).toString('hex')}`,
  }
}

const digits = (count: number): string =>
  String(randomInt(1, 10)) + Array.from({ length: count - 1 }, () => randomInt(10)).join('')

const letters = (count: number): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'
  return Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('')
}

/** Easy to type, and over 10^15 possibilities: two words of three syllables and a number. */
function memorable(): string {
  const syllable = () => `${'bcdfglmnprstvz'[randomInt(14)]}${'aeiou'[randomInt(5)]}`
  const word = () => syllable() + syllable() + syllable()
  return `${word()}-${word()}-${randomInt(1000, 10_000)}`
}
