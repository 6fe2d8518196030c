import { Album } from './album.tsx'
import { Bubble } from './bubble.tsx'
import type { Row } from './rows.ts'
import { ThreadLine } from './thread-line.tsx'

type Props = { readonly row: Exclude<Row, { kind: 'day' | 'unread' | 'history' }>; readonly lit: string | null }

export function RowView({ row, lit }: Props) {
  if (row.kind === 'line') return <ThreadLine message={row.message} />
  if (row.kind === 'album') return <Album messages={row.messages} first={row.first} lit={lit} />
  return <Bubble message={row.message} first={row.first} lit={lit === row.message.messageId} />
}
