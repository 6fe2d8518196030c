import type pg from 'pg'
import type { Instant } from '#base/time.ts'
import type { Media } from '#core/message/content.ts'
import type { Registry } from '../../registry.ts'
import { timestamp } from '../rows.ts'
import { alone, json, statement } from '../transaction.ts'

export const media = (pool: pg.Pool): Registry['media'] => ({
  async put({ accountId, media: file, createdAt }) {
    await alone(pool, [accountId], PUT_MEDIA, [accountId, file.mediaId, timestamp(createdAt), json(file)])
  },
  async get(accountId, mediaId) {
    const { rows } = await alone<{ created_at: Instant; rest: Media }>(pool, [accountId], GET_MEDIA, [
      accountId,
      mediaId,
    ])
    return rows[0] ? { accountId, media: rows[0].rest, createdAt: rows[0].created_at } : null
  },
  async remove(accountId, mediaId) {
    await alone(pool, [accountId], REMOVE_MEDIA, [accountId, mediaId])
  },
  async wireId(accountId, mediaId, lineId, now) {
    const values = [accountId, mediaId, lineId, timestamp(now)]
    const { rows } = await alone<{ wire_media_id: string }>(pool, [accountId], GET_WIRE, values)
    return rows[0]?.wire_media_id ?? null
  },
  async putWireId(accountId, mediaId, lineId, wireMediaId, validUntil) {
    await alone(pool, [accountId], PUT_WIRE, [accountId, mediaId, lineId, wireMediaId, timestamp(validUntil)])
  },
})

const PUT_MEDIA = statement(
  'put-media',
  `insert into media (account_id, media_id, created_at, rest) values ($1, $2, $3, $4)
   on conflict (account_id, media_id) do update set rest = excluded.rest`,
)
const GET_MEDIA = statement('get-media', `select created_at, rest from media where account_id = $1 and media_id = $2`)
const REMOVE_MEDIA = statement('remove-media', `delete from media where account_id = $1 and media_id = $2`)
const GET_WIRE = statement(
  'get-media-wire',
  `select wire_media_id from media_wire
   where account_id = $1 and media_id = $2 and line_id = $3 and valid_until > $4::timestamptz`,
)
const PUT_WIRE = statement(
  'put-media-wire',
  `insert into media_wire (account_id, media_id, line_id, wire_media_id, valid_until) values ($1, $2, $3, $4, $5)
   on conflict (account_id, media_id, line_id) do update
   set wire_media_id = excluded.wire_media_id, valid_until = excluded.valid_until`,
)
