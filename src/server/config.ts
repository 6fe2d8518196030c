import path from 'node:path'
import * as z from 'zod/mini'
import { failed, ok, type Result } from '#base/result.ts'
import { type CrashPoint, crashPointOf } from './crash-points.ts'

/** Everything the environment decides, read once at start. */
export type Config = {
  /** PORT (4000). */
  readonly port: number
  /** HOST; 127.0.0.1 in the demo, 0.0.0.0 otherwise. */
  readonly host: string
  /** HILO_DATA (`.hilo`), absolute: stored files, and the embedded database. */
  readonly dataDir: string
  /** DATABASE_URL. */
  readonly databaseUrl: string
  /** HILO_SECRET: at least 32 bytes; every key that seals a secret in the database comes from it. */
  readonly secret: string
  /** HILO_PUBLIC_URL without a slash at the end; with https, cookies are `Secure` and HSTS is on. */
  readonly publicUrl: string
  /** GRAPH_URL and GRAPH_VERSION: where Meta's Graph API is. */
  readonly graphUrl: string
  readonly graphVersion: string
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** HILO_KEEP_DELIVERIES_DAYS (30): webhook bodies are kept so long, and settled entries of what was set aside. */
  readonly keepDeliveriesDays: number
  /** METRICS_TOKEN; null: `/metrics` answers this machine only. */
  readonly metricsToken: string | null
  /** HILO_TRUST_PROXY: addresses whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: readonly string[]
  /** HILO_ADMIN_*, HILO_COMPANY, HILO_COUNTRY: the first account and its administrator, made when there is none. */
  readonly firstAdmin: FirstAdmin | null
  /**
   * META_APP_ID, META_APP_SECRET and META_SIGNUP_CONFIG_ID: the app that signs companies up in Meta's own window; null:
   * numbers are connected with a token.
   */
  readonly onboarding: OnboardingApp | null
  /** The demo's file; null with HILO_DEMO=0. */
  readonly demo: Demo | null
  /** HILO_CRASH_AT: where the process ends itself, for crash tests; only the demo takes it. */
  readonly crashAt: CrashPoint | null
}

export type FirstAdmin = {
  readonly email: string
  readonly password: string
  readonly company: string
  readonly country: string
}

export type OnboardingApp = {
  readonly appId: string
  readonly appSecret: string
  readonly configId: string
  /** Where Meta's JavaScript SDK is. */
  readonly sdkUrl: string
}

/** Meta, Facebook SDK for JavaScript, Quickstart. */
const META_SDK_URL = 'https://connect.facebook.net/en_US/sdk.js'

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const demoFile = z.object({
  url: z.url(),
  email: z.email(),
  password: z.string().check(z.minLength(8)),
  apiKey: z.string().check(z.minLength(20)),
  emulatorUrl: z.url(),
  graphUrl: z.url(),
  accessToken: z.string().check(z.minLength(10)),
  appSecret: z.string().check(z.minLength(16)),
  verifyToken: z.string().check(z.minLength(8)),
  appId: z.string().check(z.minLength(1)),
  wabaId: z.string().check(z.minLength(1)),
  phoneNumbers: z.array(
    z.object({
      id: z.string(),
      displayPhoneNumber: z.string(),
      verifiedName: z.string(),
      country: z.string(),
      throughput: z.optional(z.enum(['STANDARD', 'HIGH'])),
    }),
  ),
  businessName: z.string().check(z.minLength(1)),
  secret: z.string().check(z.minLength(32)),
})
/** What the server needs of `demo.json`, which `npm start` writes. */
export type Demo = z.output<typeof demoFile>

/** Something wrong with the environment: where, what is there, what was expected. Secrets are never shown. */
export type ConfigProblem = { readonly name: string; readonly found: string; readonly expected: string }

/** Reads the environment and, for `NAME_FILE` variables and the demo, files. Names every wrong value at once. */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string | null,
): Result<Config, readonly ConfigProblem[]> {
  const problems: ConfigProblem[] = []
  const read = reader(env, readFile, problems)
  const isDemo =
    read('HILO_DEMO', z._default(z.enum(['0', '1']), '1'), '1 (with emulator and demo company) or 0') !== '0'
  const port = read('PORT', z._default(portNumber, 4000), 'a port from 1 to 65535') ?? 4000
  const dataDir = path.resolve(read('HILO_DATA', z._default(z.string(), '.hilo'), 'a folder') ?? '.hilo')
  const demo = isDemo ? readDemo(env['HILO_DEMO_FILE'] || path.join(dataDir, 'demo.json'), readFile, problems) : null
  const graphUrl = demo?.graphUrl ?? 'https://graph.facebook.com'

  const config = {
    port,
    host: read('HOST', z._default(z.string(), isDemo ? '127.0.0.1' : '0.0.0.0'), 'an address to listen on'),
    dataDir,
    databaseUrl: read(
      'DATABASE_URL',
      z.string().check(z.regex(/^postgres(ql)?:\/\//)),
      'postgresql://user:password@host/name',
    ),
    secret: isDemo ? demo?.secret : readSecret(read, problems),
    publicUrl: read('HILO_PUBLIC_URL', z._default(webUrl, demo?.url ?? `http://localhost:${port}`), WEB_URL),
    graphUrl: read('GRAPH_URL', z._default(webUrl, graphUrl), WEB_URL),
    graphVersion: read(
      'GRAPH_VERSION',
      z._default(z.string().check(z.regex(/^v\d+\.\d+$/)), 'v26.0'),
      'a version such as v26.0',
    ),
    logLevel: read('LOG_LEVEL', z._default(z.enum(LOG_LEVELS), 'info'), `one of ${LOG_LEVELS.join(', ')}`),
    keepDeliveriesDays: read(
      'HILO_KEEP_DELIVERIES_DAYS',
      z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(3650)), 30),
      'a whole number of days from 1 to 3650',
    ),
    metricsToken:
      read(
        'METRICS_TOKEN',
        z._default(z.nullable(z.string().check(z.minLength(16))), null),
        'at least 16 characters',
      ) ?? null,
    trustedProxies: read('HILO_TRUST_PROXY', z._default(addressList, []), 'addresses or networks, separated by commas'),
    firstAdmin: readFirstAdmin(env, read, problems),
    onboarding: demo ? demoOnboarding(demo) : readOnboarding(env, read),
    demo,
    crashAt: readCrashPoint(env['HILO_CRASH_AT'], isDemo, problems),
  }
  return problems.length > 0 ? failed(problems) : ok(config as Config)
}

/** One line per problem, for the terminal. */
export const printProblems = (problems: readonly ConfigProblem[]): string =>
  [
    'Hilo cannot start with these settings:',
    ...problems.map(({ name, found, expected }) => `  ${name} is ${found}; expected ${expected}.`),
    'Set them in the environment and start again; README.md lists them all.',
  ].join('\n')

const WEB_URL = 'an address beginning with https:// or http://'
const portNumber = z.coerce.number().check(z.multipleOf(1), z.minimum(1), z.maximum(65_535))
const webUrl = z.pipe(
  z.url({ protocol: /^https?$/ }),
  z.transform((url) => url.replace(/\/+$/, '')),
)
const addressList = z.pipe(
  z.string(),
  z.transform((list) =>
    list
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ),
)
const SECRETS = new Set(['HILO_SECRET', 'DATABASE_URL', 'METRICS_TOKEN', 'HILO_ADMIN_PASSWORD', 'META_APP_SECRET'])

type Read = <Schema extends z.ZodMiniType>(
  name: string,
  schema: Schema,
  expected: string,
) => z.output<Schema> | undefined

/** An empty variable counts as absent; `NAME_FILE` names a file that holds the value. */
function reader(
  env: Readonly<Record<string, string | undefined>>,
  readFile: (path: string) => string | null,
  problems: ConfigProblem[],
): Read {
  return (name, schema, expected) => {
    let given = env[name] || undefined
    const file = env[`${name}_FILE`]
    if (file && SECRETS.has(name)) {
      if (given !== undefined)
        problems.push({ name, found: `set twice, also as ${name}_FILE`, expected: 'one of both' })
      const content = readFile(file)
      if (content === null) problems.push({ name: `${name}_FILE`, found: quoted(file), expected: 'a readable file' })
      given = content?.trim() || undefined
      if (content === null) return undefined
    }
    const parsed = schema.safeParse(given)
    if (parsed.success) return parsed.data
    const found = given === undefined ? 'not set' : SECRETS.has(name) ? 'set to something else' : quoted(given)
    problems.push({ name, found, expected })
    return undefined
  }
}

function readSecret(read: Read, problems: ConfigProblem[]): string | undefined {
  const secret = read(
    'HILO_SECRET',
    z.string().check(z.minLength(32)),
    'at least 32 random characters; `openssl rand -hex 32` makes some',
  )
  if (secret?.startsWith('demo-')) {
    problems.push({ name: 'HILO_SECRET', found: 'the secret of a demo', expected: 'one of your own' })
  }
  return secret
}

/** The demo's app signs up in the emulator's window. */
const demoOnboarding = ({ appId, appSecret, emulatorUrl }: Demo): OnboardingApp => ({
  appId,
  appSecret,
  configId: 'demo',
  sdkUrl: `${emulatorUrl}/sdk.js`,
})

/** All three or none. */
function readOnboarding(env: Readonly<Record<string, string | undefined>>, read: Read): OnboardingApp | null {
  if (!env['META_APP_ID'] && !env['META_SIGNUP_CONFIG_ID']) return null
  const id = z.string().check(z.regex(/^\d{5,20}$/))
  const appId = read('META_APP_ID', id, 'the id of your Meta app, digits')
  const configId = read('META_SIGNUP_CONFIG_ID', id, 'the id of its Embedded Onboarding configuration, digits')
  const appSecret = read('META_APP_SECRET', z.string().check(z.minLength(16)), 'the secret of your Meta app')
  return appId && appSecret && configId ? { appId, appSecret, configId, sdkUrl: META_SDK_URL } : null
}

function readCrashPoint(given: string | undefined, isDemo: boolean, problems: ConfigProblem[]): CrashPoint | null {
  if (!given) return null
  const point = isDemo ? crashPointOf(given) : null
  const expected = isDemo ? 'a point of src/server/crash-points.ts' : 'nothing outside of the demo'
  if (!point) problems.push({ name: 'HILO_CRASH_AT', found: quoted(given), expected })
  return point
}

function readFirstAdmin(
  env: Readonly<Record<string, string | undefined>>,
  read: Read,
  problems: ConfigProblem[],
): FirstAdmin | null {
  if (!env['HILO_ADMIN_EMAIL']) return null
  const before = problems.length
  const admin = {
    email: read('HILO_ADMIN_EMAIL', z.email().check(z.toLowerCase()), 'an e-mail address'),
    password: read('HILO_ADMIN_PASSWORD', z.string().check(z.minLength(12), z.maxLength(200)), '12 to 200 characters'),
    company: read('HILO_COMPANY', z.string().check(z.maxLength(120)), 'the name of your company'),
    country: read('HILO_COUNTRY', z.string().check(z.regex(/^[A-Z]{2}$/)), 'two capital letters such as MX'),
  }
  return problems.length > before ? null : (admin as FirstAdmin)
}

function readDemo(file: string, readFile: (path: string) => string | null, problems: ConfigProblem[]): Demo | null {
  const expected = 'the file that `npm start` writes; HILO_DEMO=0 starts without the demo'
  const text = readFile(file)
  if (text === null) {
    problems.push({ name: 'HILO_DEMO_FILE', found: `${quoted(file)}, which cannot be read`, expected })
    return null
  }
  try {
    const parsed = demoFile.safeParse(JSON.parse(text))
    if (parsed.success) return parsed.data
    const fields = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ')
    problems.push({ name: 'HILO_DEMO_FILE', found: `${quoted(file)} with wrong ${fields}`, expected })
  } catch {
    problems.push({ name: 'HILO_DEMO_FILE', found: `${quoted(file)}, which is not JSON`, expected })
  }
  return null
}

const quoted = (text: string): string => JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text)
