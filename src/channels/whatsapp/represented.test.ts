import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Inbound } from '#core/loop/command.ts'
import { receive } from './receive.ts'
import { mixtures } from './test-mixture.ts'
import { readAll, SAMPLES } from './test-world.ts'

/*
 * Everything Meta's documentation shows is represented: a row for each sample, with what is made of it. A message is named
 * by its kind, everything else by its command; after `+` stands what it came with.
 */
const EXPECTED: Readonly<Record<string, string>> = {
  'account-update': 'receive-notice',
  'address-reply': 'form-reply',
  'app-contacts': 'receive-app-contacts',
  'audio-file': 'audio',
  'automatic-event': 'receive-notice',
  'button-reply': 'button-reply',
  call: 'call',
  'call-ended': 'edit',
  'call-missed': 'edit',
  'call-of-ours': 'call',
  'call-permission-refused': 'call-answer',
  'call-permission-reply': 'call-answer',
  'call-status': 'edit',
  'changed-number': 'change-identity',
  'changed-user-id': 'change-identity',
  'contact-request': 'contacts',
  contacts: 'contacts',
  document: 'document',
  echoes: 'receive-echo',
  'edit-image': 'edit',
  'edit-text': 'edit',
  ephemeral: 'unsupported',
  'errors-only': 'receive-notice',
  'file-too-large': 'unsupported',
  'flow-reply': 'form-reply',
  'flow-status': 'receive-notice',
  'group-created': 'receive-group',
  'group-join-request': 'receive-group',
  'group-left': 'receive-group',
  'group-participants': 'receive-group',
  'group-settings': 'receive-group',
  'group-settings-failed': 'receive-notice',
  'group-suspended': 'receive-group',
  'handover-passed': 'handover',
  'handover-taken': 'handover',
  history: 'receive-history receive-history',
  'identity-changed': 'system',
  image: 'image',
  'interactive-product': 'unknown',
  'list-reply': 'list-reply',
  location: 'location',
  'number-quality': 'receive-notice',
  order: 'order',
  pin: 'unknown',
  reaction: 'reaction',
  'reaction-removed': 'reaction',
  'reaction-removed-empty': 'reaction',
  'request-welcome': 'welcome',
  revoke: 'revoke',
  standby: 'text+standby',
  'standby-echo': 'receive-echo receive-status',
  'standby-nested': 'text+standby',
  'status-deleted': 'receive-notice',
  'status-delivered': 'receive-status',
  'status-failed': 'receive-status',
  'status-in-group': 'receive-status',
  'status-payment': 'payment',
  'status-payment-failed': 'payment',
  'status-played': 'receive-status',
  'status-read': 'receive-status',
  'status-sent': 'receive-status',
  'status-without-phone': 'receive-status',
  sticker: 'sticker',
  'sticker-animated': 'sticker',
  'template-quality': 'receive-notice',
  'template-reply': 'template-reply',
  'template-status': 'receive-notice',
  text: 'text',
  'text-about-product': 'text+product',
  'text-forwarded': 'text+forwardedOften',
  'text-from-ad': 'text',
  'text-from-video-ad': 'text',
  'text-in-group': 'text+group',
  'text-reply': 'text',
  'text-without-phone': 'text',
  unsupported: 'unsupported',
  'unsupported-view-once': 'unsupported',
  'user-preferences': 'receive-notice',
  video: 'video',
  voice: 'audio',
}

const named = (inbound: Inbound): string =>
  inbound.kind === 'receive-message'
    ? [inbound.content.kind, ...Object.keys(inbound.circumstances ?? {})].join('+')
    : inbound.kind

/** A batch is a mixture by itself, with a part that has no place; see its own test. */
const single = [...SAMPLES].filter(([name]) => name !== 'batch')

describe('everything Meta’s documentation shows is represented', () => {
  test.each(single)('%s', (name, body) => {
    expect(readAll(body).map(named).join(' ')).toBe(EXPECTED[name])
  })

  test('in any mixture in one body: nothing dropped, nothing thrown, in its order', () => {
    const mixture = fc.array(fc.constantFrom(...single.map(([, body]) => body as { entry: unknown[] })), {
      minLength: 2,
      maxLength: 12,
    })
    fc.assert(
      fc.property(mixture, (bodies) => {
        const entry = bodies.flatMap((body) => body.entry)
        const received = receive(
          new TextEncoder().encode(JSON.stringify({ object: 'whatsapp_business_account', entry })),
        )
        expect(received).toEqual({ kind: 'ours', inbound: bodies.flatMap(readAll), setAside: [] })
      }),
      { numRuns: 200 },
    )
  })
})

describe('what no documentation shows is read or set aside, whole', () => {
  test('in any mixture', () => {
    fc.assert(
      fc.property(mixtures, ({ body, marks }) => {
        const received = JSON.stringify(receive(new TextEncoder().encode(JSON.stringify(body))))
        expect(marks.filter((mark) => !received.includes(mark))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})
