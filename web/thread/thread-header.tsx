import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ArrowLeft, Check, ChevronDown, PanelRight, RotateCcw, Smartphone, UserMinus, UserPlus } from 'lucide-react'
import { Button as RacButton } from 'react-aria-components/Button'
import type { AgentId } from '#core/account/account.ts'
import { blockOf } from '#core/contact/block.ts'
import { type Group, present } from '#core/group/group.ts'
import type { Conversation } from '#core/conversation/conversation.ts'
import { windowOf } from '#core/window/window.ts'
import { useName } from '../contact/use-name.ts'
import { useNow } from '../feed/clock.ts'
import { AgentFace } from '../kit/avatar.tsx'
import { Button, IconButton } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { Menu, MenuGroup, MenuItem } from '../kit/menu.tsx'
import { usePreferences } from '../kit/preferences.ts'
import { Tip } from '../kit/tip.tsx'
import { useNarrow } from '../kit/use-media.ts'
import { ContactFace } from '../kit/window-ring.tsx'
import { useOpenConversation } from '../inbox/use-filter.ts'
import { useMe } from '../session/session.ts'
import { useContactOf } from '../store/desk-store.ts'
import { toggleContact, togglePhone } from '../shell/aside.ts'
import { assign, reopen, resolve } from './actions.ts'
import { useCompanions } from './use-presence.ts'

export function ThreadHeader({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useLingui()
  const me = useMe()
  const contact = useContactOf(conversation)
  const now = useNow()
  const narrow = useNarrow()
  const open = useOpenConversation()
  const { panel } = usePreferences()
  const line = me.lines.find(({ id }) => id === conversation.lineId)
  const name = useName()(contact)
  const isErased = contact?.erasedAt !== undefined
  return (
    <header className="flex h-15 shrink-0 items-center gap-2.5 border-b border-border bg-surface pr-3 pl-4 max-md:px-2">
      {narrow && (
        <IconButton label={t`Volver a la lista`} onPress={() => open(null)}>
          <ArrowLeft size={20} aria-hidden />
        </IconButton>
      )}
      <RacButton onPress={toggleContact} className="flex min-w-0 flex-1 items-center gap-3 rounded-md text-left">
        <ContactFace
          name={name}
          isGroup={contact?.group !== undefined}
          window={windowOf(conversation, now)}
          now={now}
          size={38}
        />
        <span className="min-w-0">
          <span className="block truncate text-md leading-5 font-semibold">{name}</span>
          <span className="block truncate text-xs text-text-2">
            {contact && blockOf(contact, conversation.lineId) && (
              <>
                <span className="font-semibold text-danger">
                  <Trans>bloqueada</Trans>
                </span>{' '}
                ·{' '}
              </>
            )}
            {contact?.group && <GroupSize group={contact.group} />}
            {line ? `${line.name} · WhatsApp` : 'WhatsApp'}
            <span className="sr-only">{t`Ver los datos de ${name}`}</span>
            {conversation.state === 'resolved' && (
              <>
                {' '}
                · <Trans>resuelta</Trans>
              </>
            )}
          </span>
        </span>
      </RacButton>
      <Companions conversation={conversation} />
      {!isErased && <AssignMenu conversation={conversation} />}
      {conversation.state === 'open' ? (
        <Button
          look="primary"
          data-testid="resolve-button"
          aria-label={t`Resolver`}
          onPress={() => void resolve(conversation.conversationId)}
        >
          <Check size={16} strokeWidth={2.25} aria-hidden />
          <span className="max-[1350px]:hidden">
            <Trans>Resolver</Trans>
          </span>
        </Button>
      ) : isErased ? null : (
        <Button data-testid="resolve-button" onPress={() => void reopen(conversation.conversationId)}>
          <RotateCcw size={15} aria-hidden />
          <Trans>Reabrir</Trans>
        </Button>
      )}
      <span className="-mr-1 flex">
        {!narrow && (
          <IconButton label={t`Datos del contacto`} keys="I" side="bottom" active={panel} onPress={toggleContact}>
            <PanelRight size={17} strokeWidth={1.75} aria-hidden />
          </IconButton>
        )}
        {me.demo && (
          <IconButton label={t`Teléfono del cliente`} keys="mod+J" side="bottom" onPress={togglePhone}>
            <Smartphone size={17} strokeWidth={1.75} aria-hidden />
          </IconButton>
        )}
      </span>
    </header>
  )
}

/** How many are in a group, before the name of our number. */
function GroupSize({ group }: { readonly group: Group }) {
  const count = present(group).length
  if (count === 0)
    return (
      <>
        <Trans>Grupo</Trans> ·{' '}
      </>
    )
  return (
    <>
      <Plural value={count} one="Grupo de # persona" many="Grupo de # de personas" other="Grupo de # personas" /> ·{' '}
    </>
  )
}

function Companions({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useLingui()
  const companions = useCompanions(conversation.conversationId)
  if (companions.length === 0) return null
  return (
    <span className="flex -space-x-1.5">
      {companions.slice(0, 3).map(({ agent, typing }) => (
        <Tip
          key={agent.id}
          text={typing ? t`${agent.name} está escribiendo` : t`${agent.name} también está aquí`}
          side="bottom"
        >
          <span className={cx('flex rounded-full ring-2', typing ? 'ring-accent' : 'ring-surface')}>
            <AgentFace id={agent.id} name={agent.name} size={26} />
          </span>
        </Tip>
      ))}
    </span>
  )
}

function AssignMenu({ conversation }: { readonly conversation: Conversation }) {
  const { t } = useLingui()
  const me = useMe()
  const { conversationId: id, assigneeId } = conversation
  const assignee = me.agents.find((agent) => agent.id === assigneeId)
  const myself = me.agent
  return (
    <Menu
      label={t`Asignar`}
      trigger={
        <RacButton
          aria-label={assignee ? t`Asignada a ${assignee.name}` : t`Asignar`}
          className="flex h-8 shrink-0 items-center gap-1.5 rounded-md border border-border bg-surface pr-1.5 pl-2 text-sm font-medium transition-colors hover:bg-hover"
        >
          {assignee ? (
            <AgentFace id={assignee.id} name={assignee.name} size={20} />
          ) : (
            <UserPlus size={15} aria-hidden />
          )}
          <span className="max-w-24 truncate max-[1350px]:hidden">
            {assignee ? assignee.name.split(' ')[0] : t`Asignar`}
          </span>
          <ChevronDown size={14} className="text-text-3" aria-hidden />
        </RacButton>
      }
    >
      {myself && assigneeId !== myself.id && (
        <MenuItem
          text={t`Tomar`}
          keys="A"
          icon={<AgentFace id={myself.id} name={myself.name} size={18} />}
          onAction={() => void assign(id, myself.id as AgentId, myself.name)}
        />
      )}
      {assignee && (
        <MenuItem
          text={t`Dejar sin asignar`}
          icon={<UserMinus size={15} aria-hidden />}
          onAction={() => void assign(id, null, null)}
        />
      )}
      <MenuGroup title={t`Agentes`}>
        {me.agents
          .filter(({ role }) => role !== 'integration')
          .map((agent) => (
            <MenuItem
              key={agent.id}
              text={agent.name}
              icon={<AgentFace id={agent.id} name={agent.name} size={18} />}
              checked={agent.id === assigneeId}
              onAction={() => void assign(id, agent.id as AgentId, agent.name)}
            />
          ))}
      </MenuGroup>
    </Menu>
  )
}
