import { useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { ConversationId } from '#core/account/account.ts'
import { windowOf } from '#core/window/window.ts'
import { useName } from '../contact/use-name.ts'
import { call } from '../api/api.ts'
import { serverNow } from '../feed/clock.ts'
import { cx } from '../kit/cx.ts'
import { Dialog } from '../kit/dialog.tsx'
import { Keys } from '../kit/keys.tsx'
import { ContactFace } from '../kit/window-ring.tsx'
import { desk } from '../store/desk-store.ts'
import { takeConversations } from '../store/loaders.ts'
import { openOverlay } from './overlay.ts'
import { useCommands } from './use-commands.tsx'

const PAUSE_MS = 140
const MOST = 8

/** People and actions in one place, by typing. */
export default function Palette() {
  const { t } = useLingui()
  const nameOf = useName()
  const navigate = useNavigate()
  const commands = useCommands()
  const [query, setQuery] = useState('')
  const [found, setFound] = useState<readonly ConversationId[]>(() => recentIds())
  const [at, setAt] = useState(0)
  const list = useRef<HTMLUListElement>(null)
  const close = () => openOverlay(null)

  useEffect(() => {
    const q = query.trim()
    if (q === '') return setFound(recentIds())
    const timer = setTimeout(async () => {
      const askedAt = Date.now()
      const result = await call('listConversations', { query: { view: 'all', q, limit: MOST } })
      if (result.ok) setFound(takeConversations(result.value.data, askedAt))
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [query])

  const items = useMemo(() => {
    const plain = (text: string) => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
    const actions = commands
      .filter(({ text }) => plain(text).includes(plain(query.trim())))
      .map((command) => ({ kind: 'command' as const, key: command.text, ...command }))
    const people = found.flatMap((id) => {
      const conversation = desk().conversations.get(id)
      const contact = conversation && desk().contacts.get(conversation.contactId)
      return conversation && contact ? [{ kind: 'person' as const, key: id, conversation, contact }] : []
    })
    return query.trim() === '' ? [...people.slice(0, 5), ...actions] : [...people, ...actions]
  }, [commands, found, query])

  const choose = (index: number) => {
    const item = items[index]
    if (!item) return
    close()
    if (item.kind === 'command') item.run()
    else {
      const { conversationId } = item.conversation
      void navigate({ to: '/inbox/$conversationId', params: { conversationId }, search: (now) => now })
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      const next = (at + step + items.length) % Math.max(1, items.length)
      setAt(next)
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter') {
      event.preventDefault()
      choose(at)
    }
  }
  return (
    <Dialog label={t`Buscar y hacer`} onClose={close} top title={false}>
      <div className="flex h-13 shrink-0 items-center gap-3 border-b border-border px-4">
        <Search size={18} className="text-text-3" aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded="true"
          aria-controls="palette-items"
          aria-activedescendant={items[at] ? `palette-${at}` : undefined}
          aria-label={t`Buscar una persona o una acción`}
          placeholder={t`Nombre, teléfono o acción`}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none"
        />
      </div>
      <ul
        ref={list}
        id="palette-items"
        role="listbox"
        aria-label={t`Resultados`}
        className="max-h-[52vh] overflow-y-auto p-1.5"
      >
        {items.map((item, index) => (
          <li
            key={item.key}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setAt(index)}
            onClick={() => choose(index)}
            className={cx(
              'flex min-h-10 items-center gap-3 rounded-md px-2.5 py-1.5 text-sm',
              index === at && 'bg-selected',
            )}
          >
            {item.kind === 'person' ? (
              <>
                <ContactFace
                  name={nameOf(item.contact)}
                  window={windowOf(item.conversation, serverNow())}
                  now={serverNow()}
                  size={28}
                />
                <span className="font-medium">{nameOf(item.contact)}</span>
                <span className="min-w-0 flex-1 truncate text-text-2">{item.conversation.lastMessage?.preview}</span>
              </>
            ) : (
              <>
                <span className="flex w-7 justify-center text-text-2">{item.icon}</span>
                <span className="flex-1">{item.text}</span>
                {item.keys && <Keys of={item.keys} />}
              </>
            )}
          </li>
        ))}
        {items.length === 0 && <li className="px-3 py-8 text-center text-sm text-text-2">{t`Nada con ese nombre`}</li>}
      </ul>
    </Dialog>
  )
}

const recentIds = (): readonly ConversationId[] =>
  [...desk().conversations.values()]
    .sort((a, b) => b.sortAt - a.sortAt)
    .slice(0, MOST)
    .map(({ conversationId }) => conversationId)
