import { type FormEvent, useEffect, useState } from 'react'
import type { Group } from '../control/types.ts'
import { addGroup, readGroups, suspendGroup } from '../state/groups.ts'
import { tell } from '../state/notice.ts'
import { useApp, useNumber } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { ControlButton } from './control-button.tsx'
import { Section } from './faults-panel.tsx'
import { Switch, TextField } from './fields.tsx'

/** The groups of all numbers: making one of the number that is open, its link, and what Meta does to it. */
export function GroupsPanel() {
  const words = useWords()
  const number = useNumber()
  const groups = useApp((state) => state.groups)
  const [subject, setSubject] = useState('')
  const [asks, setAsks] = useState(false)
  useEffect(() => void readGroups(), [])
  const create = (event?: FormEvent) => {
    event?.preventDefault()
    if (number === null || subject.trim() === '') return
    void addGroup(number.id, subject.trim(), asks).then((isDone) => isDone && setSubject(''))
  }
  return (
    <Section title={words.groups} hint={words.groupsHint}>
      {groups !== null && groups.length > 0 && (
        <ul className="flex flex-col gap-2">
          {groups.map((group) => (
            <Row key={group.id} group={group} />
          ))}
        </ul>
      )}
      <form onSubmit={create} className="flex flex-col gap-2">
        <TextField label={words.newGroup} value={subject} onChange={setSubject} />
        <Switch label={words.asksFirst} on={asks} onChange={setAsks} />
        <ControlButton disabled={number === null || subject.trim() === ''} onClick={() => create()}>
          {words.createGroup}
        </ControlButton>
      </form>
    </Section>
  )
}

function Row({ group: { id, subject, inviteLink, participants, isSuspended } }: { group: Group }) {
  const words = useWords()
  const copy = () => void navigator.clipboard?.writeText(inviteLink).then(() => tell(words.copied))
  return (
    <li className="rounded-[6px] border border-border p-2">
      <p className="flex items-baseline justify-between gap-2 pb-1.5 text-[13px]/4.5">
        <span className="truncate font-medium">{subject}</span>
        <span className="shrink-0 text-[12px] text-text-2 tabular-nums">{participants.length}/8</span>
      </p>
      <div className="grid grid-cols-2 gap-1.5">
        <ControlButton onClick={copy}>{words.copyLink}</ControlButton>
        <ControlButton onClick={() => void suspendGroup(id, !isSuspended)}>
          {isSuspended ? words.resumeGroup : words.suspendGroup}
        </ControlButton>
      </div>
    </li>
  )
}
