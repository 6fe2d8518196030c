import { describe, expect, test } from 'vitest'
import { instantFromSeconds } from '#base/time.ts'
import { readOne, SAMPLES } from './test-world.ts'

const statusOf = (name: string) => {
  const inbound = readOne(SAMPLES.get(name))
  if (inbound.kind !== 'receive-status') throw new Error(`Expected a status, found ${inbound.kind}`)
  return inbound
}

describe('a status', () => {
  test.each(['sent', 'delivered', 'read', 'played', 'failed'])('%s is reported', (status) => {
    expect(statusOf(`status-${status}`)).toMatchObject({ wireId: 'wamid.OURS1000==', status })
  })

  test('has Meta’s time, our message id, the price and the recipient', () => {
    expect(statusOf('status-sent')).toEqual({
      kind: 'receive-status',
      wireId: 'wamid.OURS1000==',
      status: 'sent',
      statusAt: instantFromSeconds(1_795_000_101),
      messageId: '0199c0de-0000-7000-8000-000000000001',
      problem: null,
      pricing: { category: 'utility', type: 'regular', model: 'PMP' },
      recipient: { userId: 'MX.13491208655302741918', phone: '5215512345678' },
      lineKey: { channel: 'whatsapp', key: '106540352242922' },
    })
  })

  test('that failed says why', () => {
    expect(statusOf('status-failed')).toMatchObject({
      problem: {
        code: '131049',
        title: 'This message was not delivered to maintain healthy ecosystem engagement.',
        details: 'In order to maintain a healthy ecosystem engagement, the message failed to be delivered.',
      },
      recipient: { userId: null, phone: '5215512345678' },
    })
  })

  test('may hide the phone, and carries foreign callback data that is not our id', () => {
    expect(statusOf('status-without-phone')).toMatchObject({
      messageId: null,
      recipient: { userId: 'MX.13491208655302741918', phone: null },
    })
  })

  test('in a group is about the member, never about the group as if it were a phone', () => {
    expect(statusOf('status-in-group').recipient).toEqual({ userId: null, phone: '5215512345678' })
  })
})
