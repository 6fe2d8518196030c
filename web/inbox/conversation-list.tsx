import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { CloudOff, Search, SearchX, SquarePen, X } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { Virtualizer, type VirtualizerHandle } from 'virtua'
import type { ConversationId } from '#core/account/account.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { Button, IconButton } from '../kit/button.tsx'
import { Notice } from '../kit/notice.tsx'
import { useWide } from '../kit/use-media.ts'
import { beginConversation, mayBegin } from '../shell/overlay.ts'
import type { List, ListFilter } from '../store/desk-state.ts'
import { loadList, loadMore } from '../store/loaders.ts'
import { ConversationRow } from './conversation-row.tsx'
import { ListCount } from './list-count.tsx'
import { ListEnd } from './list-end.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { NEAR_END, type Progress, progressOf } from './search-progress.ts'
import { searchOf } from './use-filter.ts'
import { useEmptyWords, useViewNames, VIEW_ICONS } from './use-view-names.ts'
import { ViewMenu } from './view-menu.tsx'

type Props = {
  readonly filter: ListFilter
  readonly list: List | undefined
  readonly rows: readonly Conversation[]
  readonly open: ConversationId | null
}

/** Nothing else says why there are no rows. */
const SETTLED: readonly Progress[] = ['complete', 'scrolling']

export function ConversationList({ filter, list, rows, open }: Props) {
  const { t } = useLingui()
  const names = useViewNames()
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useRef<VirtualizerHandle>(null)
  const openIndex = rows.findIndex(({ conversationId }) => conversationId === open)

  const reveal = useEffectEvent(() => {
    if (openIndex >= 0) virtual.current?.scrollToIndex(openIndex, { align: 'nearest' })
  })
  useEffect(() => reveal(), [open])

  const progress = progressOf(list, filter, rows.length)
  const searchOn = useEffectEvent(() => {
    if (progress === 'searching') void loadMore(filter)
  })
  useEffect(() => searchOn(), [list])

  const onScroll = () => {
    const handle = virtual.current
    if (!handle || list?.next == null) return
    const last = handle.findItemIndex(handle.scrollOffset + handle.viewportSize)
    if (last >= rows.length - NEAR_END) void loadMore(filter)
  }

  return (
    <section
      aria-label={t`Conversaciones: ${names[filter.view]}`}
      className="flex w-84 shrink-0 flex-col border-r border-border bg-surface max-md:w-full max-md:border-0"
    >
      <ListHeader filter={filter} count={list?.state === 'ready' ? rows.length : null} more={list?.next != null} />
      <div ref={scroller} className="min-h-0 flex-1 overflow-y-auto overscroll-contain" data-conversation-list>
        {list?.state === 'ready' && rows.length > 0 && (
          <div role="list">
            <Virtualizer ref={virtual} scrollRef={scroller} data={rows} onScroll={onScroll} bufferSize={400}>
              {(conversation, index) => (
                <ConversationRow
                  key={conversation.conversationId}
                  conversation={conversation}
                  open={conversation.conversationId === open}
                  position={index + 1}
                  of={list.next === null ? rows.length : -1}
                />
              )}
            </Virtualizer>
          </div>
        )}
        {list && <ListEnd filter={filter} progress={progress} loading={list.loadingMore} isEmpty={rows.length === 0} />}
        {list?.state === 'ready' && rows.length === 0 && SETTLED.includes(progress) && <EmptyList filter={filter} />}
        {(!list || list.state === 'loading') && <ListSkeleton rows={8} />}
        {list?.state === 'failed' && (
          <Notice
            icon={<CloudOff size={20} aria-hidden />}
            title={t`No se pudo cargar la lista`}
            action={
              <Button onPress={() => void loadList(filter)}>
                <Trans>Reintentar</Trans>
              </Button>
            }
          >
            {list.problem?.detail}
          </Notice>
        )}
      </div>
    </section>
  )
}

type HeaderProps = { readonly filter: ListFilter; readonly count: number | null; readonly more: boolean }

function ListHeader({ filter, count, more }: HeaderProps) {
  const { t } = useLingui()
  const names = useViewNames()
  const wide = useWide()
  const [searching, setSearching] = useState(filter.q !== '')
  if (searching) return <SearchField filter={filter} onLeave={() => setSearching(false)} />
  return (
    <header className="flex h-13 shrink-0 items-center gap-2 border-b border-border pr-2 pl-3.5">
      {wide ? <h2 className="truncate text-lg font-semibold">{names[filter.view]}</h2> : <ViewMenu filter={filter} />}
      {count !== null && <ListCount filter={filter} rows={count} more={more} />}
      <span className="flex-1" />
      <IconButton label={t`Buscar en la lista`} keys="/" onPress={() => setSearching(true)} data-list-search>
        <Search size={17} strokeWidth={1.75} aria-hidden />
      </IconButton>
      {mayBegin() && (
        <IconButton label={t`Nueva conversación`} keys="C" onPress={beginConversation}>
          <SquarePen size={17} strokeWidth={1.75} aria-hidden />
        </IconButton>
      )}
    </header>
  )
}

const TYPING_PAUSE_MS = 180

function SearchField({ filter, onLeave }: { readonly filter: ListFilter; readonly onLeave: () => void }) {
  const { t } = useLingui()
  const navigate = useNavigate()
  const [text, setText] = useState(filter.q)
  const go = (q: string) => void navigate({ to: '.', search: searchOf({ ...filter, q }), replace: true })

  const look = useEffectEvent((q: string) => {
    if (q !== filter.q) go(q)
  })
  useEffect(() => {
    const timer = setTimeout(() => look(text.trim()), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])

  const leave = () => {
    if (filter.q !== '') go('')
    onLeave()
  }
  return (
    <search className="flex h-13 shrink-0 items-center gap-1 border-b border-border pr-2 pl-3.5">
      <Search size={16} className="shrink-0 text-text-3" aria-hidden />
      <input
        autoFocus
        type="search"
        value={text}
        aria-label={t`Buscar por nombre o teléfono`}
        placeholder={t`Nombre o teléfono`}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && leave()}
        className="h-9 min-w-0 flex-1 bg-transparent px-2 text-md outline-none [&::-webkit-search-cancel-button]:hidden"
      />
      <IconButton label={t`Dejar de buscar`} keys="Esc" onPress={leave}>
        <X size={16} aria-hidden />
      </IconButton>
    </search>
  )
}

function EmptyList({ filter }: { readonly filter: ListFilter }) {
  const { t } = useLingui()
  const words = useEmptyWords()[filter.view]
  const Icon = VIEW_ICONS[filter.view]
  if (filter.q !== '') {
    return (
      <Notice icon={<SearchX size={20} aria-hidden />} title={t`Sin resultados para «${filter.q}»`}>
        <Trans>Se busca por nombre y teléfono, sin importar acentos.</Trans>
      </Notice>
    )
  }
  return (
    <Notice icon={<Icon size={20} aria-hidden />} title={words.title}>
      {words.text}
    </Notice>
  )
}
