import type pg from 'pg'
import type { AccountId } from '#core/account/account.ts'
import type { ConsentSettings } from '#core/consent/settings.ts'
import type { Registry } from '../../registry.ts'
import { alone, json, statement } from '../transaction.ts'

export const consentSettings = (pool: pg.Pool): Registry['consentSettings'] => ({
  async put(accountId, settings) {
    await alone(pool, [accountId], PUT, [accountId, json(settings)])
  },
  async list() {
    const { rows } = await alone<{ account_id: AccountId; rest: ConsentSettings }>(pool, 'installation', LIST)
    return new Map(rows.map(({ account_id, rest }) => [account_id, rest]))
  },
})

const PUT = statement(
  'put-consent-settings',
  `insert into consent_settings (account_id, rest) values ($1, $2)
   on conflict (account_id) do update set rest = excluded.rest`,
)
const LIST = statement('list-consent-settings', `select account_id, rest from consent_settings`)
