import { expect, test } from 'vitest'
import { minutes, plus } from '#base/time.ts'
import { scene } from '../loop/scene.ts'
import type { Content } from './content.ts'
import { earlierOf } from './earlier.ts'

const text = (words: string): Content => ({ kind: 'text', text: words })
const edit = (words: string): Content => ({ kind: 'edit', targetWireId: 'wamid.1', content: text(words) })

function said(...edits: readonly (readonly [words: string, minute: number])[]) {
  const stage = scene()
  const begin = stage.now()
  stage.receive('wamid.1', text('uno'))
  edits.forEach(([words, minute], index) =>
    stage.receive(`wamid.e${index}`, edit(words), { sentAt: plus(begin, minutes(minute)) }),
  )
  const messages = stage.messages()
  const message = messages.find(({ wireId }) => wireId === 'wamid.1')
  return message ? earlierOf(message, messages).map(({ content }) => content) : null
}

test('what was said before an edit stays to be seen, oldest first', () => {
  expect(said(['dos', 1], ['tres', 2])).toEqual([text('uno'), text('dos')])
})
test('in whatever order the edits come', () => {
  expect(said(['tres', 2], ['dos', 1])).toEqual([text('uno'), text('dos')])
})
test('what was never edited has nothing before it', () => {
  expect(said()).toEqual([])
})
