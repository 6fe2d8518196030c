import type pg from 'pg'
import type { Registry } from '../../registry.ts'
import { alone, statement } from '../transaction.ts'
import { apps, lines } from './lines.ts'
import { media } from './media.ts'
import { accounts, agents, apiKeys, sessions } from './people.ts'
import { consentSettings } from './settings.ts'

/** The registry in PostgreSQL. */
export const postgresRegistry = (pool: pg.Pool): Registry => ({
  accounts: accounts(pool),
  agents: agents(pool),
  sessions: sessions(pool),
  apiKeys: apiKeys(pool),
  lines: lines(pool),
  apps: apps(pool),
  media: media(pool),
  consentSettings: consentSettings(pool),
  async announce(what) {
    await alone(pool, [], ANNOUNCE, [what])
  },
})

const ANNOUNCE = statement('announce', `select pg_notify('hilo_registry', $1)`)
