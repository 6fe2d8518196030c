import { describe, expect, test } from 'vitest'
import { instant } from '#base/time.ts'
import type { AccountId, ContactId, ConversationId, MessageId } from '../account/account.ts'
import type { NewFact } from '../loop/fact.ts'
import type { MessageStatus, Pricing } from '../message/status.ts'
import { mayCharge } from './heard.ts'

const at = instant(1_750_000_000_000)
const PRICE: Pricing = { model: 'PMP', type: 'regular', category: 'service' }
const RECEIPT = { contactId: 'pedro' as ContactId, status: 'read', at } as const
const heard = (
  status: MessageStatus,
  before: MessageStatus,
  after: MessageStatus,
  pricing: Pricing | null = null,
): NewFact => ({
  ...{ kind: 'message-progressed', accountId: 'a' as AccountId, conversationId: 'c' as ConversationId, at },
  ...{ messageId: 'm' as MessageId, status, statusAt: at, before, after, wireId: null, problem: null, pricing },
})

describe('a message may cost something', () => {
  test.each<[string, NewFact]>([
    ['when it was delivered', heard('delivered', 'sent', 'delivered')],
    ['when it was read, and nothing was heard of its delivery', heard('read', 'sent', 'read')],
    ['when its delivery is heard of after its being read', heard('delivered', 'read', 'read')],
    ['when the price comes with its being read', heard('read', 'delivered', 'read', PRICE)],
    ['when another of a group has it', { ...heard('read', 'delivered', 'read'), receipt: RECEIPT } as NewFact],
    ['when the price comes late with its having left', heard('sent', 'delivered', 'delivered', PRICE)],
  ])('%s', (_, fact) => {
    expect(mayCharge(fact)).toBe(true)
  })
})

describe('nothing changes', () => {
  test.each<[string, NewFact]>([
    ['while it has only left', heard('sent', 'accepted', 'sent', PRICE)],
    ['when it is read, too', heard('read', 'delivered', 'read')],
    ['when it is played, too', heard('played', 'read', 'played')],
    ['when it failed', heard('failed', 'sent', 'failed')],
  ])('%s', (_, fact) => {
    expect(mayCharge(fact)).toBe(false)
  })
})
