import * as z from 'zod/mini'
import { NOTICES, type NoticeCode } from '#core/notice/codes.ts'
import { SEVERITIES } from '#core/notice/kind.ts'
import { ASPECTS } from '#core/notice/notice.ts'
import { described, iso } from './schema.ts'

export const noticeFilter = z.enum(['new', 'important', 'all'])
export const noticeId = z.string().check(z.regex(/^\d{1,18}$/))

/** Something Meta told besides messages: of a number, the account, a template or a person. */
export const noticeView = z.object({
  id: noticeId,
  code: described(z.enum(Object.keys(NOTICES) as [NoticeCode, ...NoticeCode[]]), 'What happened; stable'),
  severity: z.enum(SEVERITIES),
  title: described(z.string(), 'In plain words, in the language of `Accept-Language`'),
  advice: described(z.string(), 'What to do, in the same language'),
  details: described(z.array(z.string()), 'More that Meta said, as far as it is not in the title'),
  at: described(iso, 'When Meta told it'),
  until: described(z.nullable(iso), 'When it ends, or when what it announces happens'),
  from: described(z.nullable(z.string()), 'Before, as Meta writes it'),
  to: described(z.nullable(z.string()), 'After, as Meta writes it'),
  lineId: described(z.nullable(z.uuid()), 'Null: it is about the whole WhatsApp account'),
  wabaId: z.string(),
  template: z.nullable(z.object({ name: z.string(), language: z.string() })),
  field: described(z.string(), 'Meta’s name of the webhook field'),
  isOver: described(z.boolean(), 'What it warned of was over by itself'),
  acknowledged: z.nullable(z.object({ by: z.nullable(z.string()), at: iso })),
})
export type NoticeView = z.output<typeof noticeView>

/** How a number stands with Meta: the newest word on each aspect, absent where Meta never spoke of it. */
export const standingView = z.object({
  lineId: z.uuid(),
  aspect: z.enum(ASPECTS),
  value: described(
    z.string(),
    'As Meta writes it: GREEN, TIER_2K, APPROVED; for `access` NORMAL, RESTRICTED, DISABLED …',
  ),
  words: described(z.string(), 'The same in words'),
  until: z.nullable(iso),
  at: iso,
})
export type StandingView = z.output<typeof standingView>
