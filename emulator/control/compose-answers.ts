import { type Fields, fieldsOf, isFields, listOf, textOf } from '../json.ts'
import type { Message } from '../world/model.ts'
import { invalid } from './refusal.ts'

/** Pressing a reply button, or a template's quick reply: by id, by payload, by text, or by position. */
export function pressed(target: Pick<Message, 'message'>, buttonId: string): Fields {
  const interactive = fieldsOf(target.message['interactive'])
  if (interactive['type'] === 'button') {
    const replies = listOf(fieldsOf(interactive['action'])['buttons']).map((button) =>
      fieldsOf(fieldsOf(button)['reply']),
    )
    const reply = find(replies, buttonId, ['id', 'title'])
    if (reply === undefined)
      throw noSuch(
        'button',
        buttonId,
        replies.map((entry) => textOf(entry['id'])),
      )
    return {
      type: 'interactive',
      interactive: { type: 'button_reply', button_reply: { id: reply['id'], title: reply['title'] } },
    }
  }
  const rendered = fieldsOf(target.message['rendered'])
  const cards = listOf(rendered['cards']).filter(isFields)
  const buttons = [rendered, ...cards]
    .flatMap((part) => listOf(part['buttons']))
    .filter(isFields)
    .filter((button) => button['type'] === 'QUICK_REPLY')
  const button = find(buttons, buttonId, ['payload', 'text'])
  if (button === undefined)
    throw noSuch(
      'button',
      buttonId,
      buttons.map((entry) => textOf(entry['payload'])),
    )
  return { type: 'button', button: { payload: button['payload'], text: button['text'] } }
}

/** Choosing a row of a list. */
export function chosen(target: Pick<Message, 'message'>, rowId: string): Fields {
  const interactive = fieldsOf(target.message['interactive'])
  const rows = listOf(fieldsOf(interactive['action'])['sections'])
    .flatMap((section) => listOf(fieldsOf(section)['rows']))
    .filter(isFields)
  const row = find(rows, rowId, ['id', 'title'])
  if (row === undefined)
    throw noSuch(
      'row',
      rowId,
      rows.map((entry) => textOf(entry['id'])),
    )
  const description = textOf(row['description'])
  const reply = { id: row['id'], title: row['title'], ...(description ? { description } : {}) }
  return { type: 'interactive', interactive: { type: 'list_reply', list_reply: reply } }
}

function find(entries: readonly Fields[], wanted: string, names: readonly string[]): Fields | undefined {
  for (const name of names) {
    const found = entries.find((entry) => entry[name] === wanted)
    if (found !== undefined) return found
  }
  return /^\d+$/.test(wanted) ? entries[Number(wanted)] : undefined
}

const noSuch = (what: string, wanted: string, known: readonly (string | undefined)[]) =>
  invalid(`That message has no ${what} "${wanted}"; it has ${known.map((id) => `"${id}"`).join(', ') || 'none'}`)
