import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { AccountId } from '#core/account/account.ts'
import type { FormEndpoint, FormEndpointId } from '#core/form/endpoint.ts'
import type { Forms } from '../forms.ts'
import type { Sealed } from '../registry.ts'
import { timestamp } from './rows.ts'
import { alone, inTransaction, json, statement } from './transaction.ts'

/** Where forms ask for their data, in PostgreSQL. */
export const postgresForms = (pool: pg.Pool): Forms => ({
  async add({ endpoint, privateKey }) {
    const { accountId, endpointId, createdAt, ...rest } = endpoint
    await alone(pool, [accountId], ADD, [accountId, endpointId, timestamp(createdAt), json(rest), privateKey])
  },
  async list(accountId) {
    const { rows } = await alone<Row>(pool, [accountId], LIST, [accountId])
    return rows.map((row) => endpointFrom(accountId, row))
  },
  async get(accountId, endpointId) {
    const { rows } = await alone<Row>(pool, [accountId], GET, [accountId, endpointId])
    const [row] = rows
    return row === undefined ? null : { endpoint: endpointFrom(accountId, row), privateKey: row.private_key }
  },
  change: (accountId, endpointId, change) =>
    inTransaction(pool, [accountId], async (run) => {
      const { rows } = await run<Row>(LOCK, [accountId, endpointId])
      if (rows[0] === undefined) return null
      const endpoint = { ...endpointFrom(accountId, rows[0]), ...change }
      const { accountId: _account, endpointId: _endpoint, createdAt: _created, ...rest } = endpoint
      await run(CHANGE, [accountId, endpointId, json(rest)])
      return endpoint
    }),
  async remove(accountId, endpointId) {
    return ((await alone(pool, [accountId], REMOVE, [accountId, endpointId])).rowCount ?? 0) > 0
  },
})

type Row = {
  endpoint_id: FormEndpointId
  created_at: Instant
  rest: Omit<FormEndpoint, 'accountId' | 'endpointId' | 'createdAt'>
  private_key: Sealed
}

const endpointFrom = (accountId: AccountId, { endpoint_id, created_at, rest }: Row): FormEndpoint => ({
  accountId,
  endpointId: endpoint_id,
  createdAt: created_at,
  ...rest,
})

const COLUMNS = 'endpoint_id, created_at, rest, private_key'
const ADD = statement(
  'add-form-endpoint',
  `insert into form_endpoint (account_id, endpoint_id, created_at, rest, private_key)
   values ($1, $2, $3::timestamptz, $4, $5)`,
)
const LIST = statement(
  'list-form-endpoints',
  `select ${COLUMNS} from form_endpoint where account_id = $1 order by created_at, endpoint_id`,
)
const GET = statement(
  'get-form-endpoint',
  `select ${COLUMNS} from form_endpoint where account_id = $1 and endpoint_id = $2`,
)
const LOCK = statement(
  'lock-form-endpoint',
  `select ${COLUMNS} from form_endpoint where account_id = $1 and endpoint_id = $2 for update`,
)
const CHANGE = statement(
  'change-form-endpoint',
  `update form_endpoint set rest = $3 where account_id = $1 and endpoint_id = $2`,
)
const REMOVE = statement('remove-form-endpoint', `delete from form_endpoint where account_id = $1 and endpoint_id = $2`)
