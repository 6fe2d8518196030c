import { expect, test } from 'vitest'
import { printProblems, readConfig } from './config.ts'

const DATABASE_URL = 'postgresql://hilo:hunter2@db/hilo'
const SECRET = 'a'.repeat(32)
const noFiles = () => null
const demo = {
  url: 'http://localhost:4000',
  email: 'ana@aurora.example',
  password: 'bacado-defigo-1234',
  apiKey: 'hilo_demo_0123456789abcdef',
  emulatorUrl: 'http://localhost:4001',
  graphUrl: 'http://127.0.0.1:4001',
  accessToken: 'EAAxxxxxxxxxx',
  appSecret: '0123456789abcdef',
  verifyToken: '0123456789',
  appId: '1',
  wabaId: '2',
  phoneNumbers: [],
  businessName: 'Financiera Aurora',
  secret: `demo-${'0'.repeat(64)}`,
}

test('without the demo, a database and a secret are all that must be set', () => {
  const config = readConfig({ HILO_DEMO: '0', DATABASE_URL, HILO_SECRET: SECRET }, noFiles)
  expect(config).toMatchObject({
    ok: true,
    value: {
      port: 4000,
      host: '0.0.0.0',
      graphUrl: 'https://graph.facebook.com',
      graphVersion: 'v26.0',
      keepDeliveriesDays: 30,
      demo: null,
    },
  })
})

test.each(['0', '2.5', '3651', '-1', 'thirty'])('deliveries are not kept for "%s" days', (days) => {
  const env = { HILO_DEMO: '0', DATABASE_URL, HILO_SECRET: SECRET, HILO_KEEP_DELIVERIES_DAYS: days }
  expect(readConfig(env, noFiles)).toEqual({
    ok: false,
    error: [
      {
        name: 'HILO_KEEP_DELIVERIES_DAYS',
        found: `"${days}"`,
        expected: 'a whole number of days from 1 to 3650',
      },
    ],
  })
})

test('all wrong values are named at once, and no secret is shown', () => {
  const config = readConfig(
    {
      HILO_DEMO: '0',
      PORT: '70000',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'mysql://root:hunter2@db',
      HILO_SECRET: 'short',
      HILO_ADMIN_EMAIL: 'nobody',
      HILO_PUBLIC_URL: 'javascript:alert(1)',
    },
    noFiles,
  )
  if (config.ok) throw new Error('must be refused')
  expect(config.error.map((problem) => problem.name).sort()).toEqual([
    'DATABASE_URL',
    'HILO_ADMIN_EMAIL',
    'HILO_ADMIN_PASSWORD',
    'HILO_COMPANY',
    'HILO_COUNTRY',
    'HILO_PUBLIC_URL',
    'HILO_SECRET',
    'LOG_LEVEL',
    'PORT',
  ])
  const text = printProblems(config.error)
  expect(text).toContain('PORT is "70000"; expected a port from 1 to 65535.')
  expect(text).not.toMatch(/hunter2|short/)
})

test('a demo secret is refused where there is no demo', () => {
  const config = readConfig({ HILO_DEMO: '0', DATABASE_URL, HILO_SECRET: demo.secret }, noFiles)
  expect(config).toMatchObject({ ok: false, error: [{ name: 'HILO_SECRET', found: 'the secret of a demo' }] })
})

test('only the demo lets itself be told where to end', () => {
  const crashing = { DATABASE_URL, HILO_CRASH_AT: 'commit-done:3' }
  expect(readConfig({ ...crashing, HILO_DEMO: '0', HILO_SECRET: SECRET }, noFiles)).toMatchObject({
    error: [{ name: 'HILO_CRASH_AT', expected: 'nothing outside of the demo' }],
  })
  const read = () => JSON.stringify(demo)
  expect(readConfig(crashing, read)).toMatchObject({
    value: { crashAt: { place: 'commit', moment: 'done', count: 3 } },
  })
  expect(readConfig({ ...crashing, HILO_CRASH_AT: 'somewhere' }, read)).toMatchObject({
    error: [{ name: 'HILO_CRASH_AT' }],
  })
})

test('secrets may come from files', () => {
  const files: Record<string, string> = { '/run/secret': `${SECRET}\n` }
  const read = (path: string) => files[path] ?? null
  const env = { HILO_DEMO: '0', DATABASE_URL }
  expect(readConfig({ ...env, HILO_SECRET_FILE: '/run/secret' }, read)).toMatchObject({ value: { secret: SECRET } })
  expect(readConfig({ ...env, HILO_SECRET_FILE: '/nowhere' }, read)).toMatchObject({
    error: [{ name: 'HILO_SECRET_FILE', found: '"/nowhere"' }],
  })
})

test('the demo listens on this machine only and takes secret and Graph from its file', () => {
  const read = (path: string) => (path === '/data/demo.json' ? JSON.stringify(demo) : null)
  expect(readConfig({ HILO_DATA: '/data', DATABASE_URL }, read)).toMatchObject({
    value: { host: '127.0.0.1', secret: demo.secret, graphUrl: 'http://127.0.0.1:4001', demo: { appId: '1' } },
  })
  expect(readConfig({ HILO_DATA: '/data', DATABASE_URL }, noFiles)).toMatchObject({
    error: [{ name: 'HILO_DEMO_FILE' }],
  })
})
