import { type FormEvent, useEffect, useState } from 'react'
import { control } from '../control/client.ts'
import type { Invitation } from '../control/types.ts'
import { codeIn, enterGroup, leaveGroup } from '../state/groups.ts'
import { problemText } from '../state/problem.ts'
import { pickGroup } from '../state/selection.ts'
import { useApp, usePhone } from '../state/store.ts'
import { useWords } from '../words/index.ts'
import { GroupFace } from './group-face.tsx'
import { Sheet } from './sheet.tsx'

const button =
  'h-10 w-full rounded-full bg-wa-accent px-4 font-semibold text-white disabled:bg-wa-line disabled:text-wa-ink-2'

/** A group one may come into: by a link that was tapped, or that is pasted here. */
export function InvitationSheet({ link: tapped }: { link: string }) {
  const words = useWords()
  const phone = usePhone()
  const [link, setLink] = useState(tapped)
  const [code, setCode] = useState(codeIn(tapped))
  const [found, setFound] = useState<Invitation | null>(null)
  const [problem, setProblem] = useState('')
  const id = phone?.id
  useEffect(() => {
    if (id === undefined || code === '') return
    control.invitation(id, code).then(setFound, (error: unknown) => {
      setProblem(wordFor(error, words.groupNoSuchLink))
      setCode('')
    })
  }, [id, code, words])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setProblem('')
    setCode(codeIn(link))
  }
  return (
    <Sheet title={words.groupJoin}>
      {found === null && (
        <form onSubmit={submit} className="flex flex-col gap-3 px-1 pb-1">
          <label className="block text-[13px]/4.5 font-medium">
            {words.groupLink}
            <input
              data-testid="phone-group-link"
              value={link}
              autoFocus
              onChange={(event) => setLink(event.target.value)}
              placeholder="https://chat.whatsapp.com/…"
              className="mt-1 block h-10 w-full rounded-[6px] border border-wa-ink-2/60 bg-white px-2.5 text-[14px] text-wa-ink"
            />
          </label>
          {problem !== '' && (
            <p role="alert" className="text-[12.5px]/4.5 text-wa-danger">
              {problem}
            </p>
          )}
          <button type="submit" disabled={link.trim() === ''} className={button}>
            {words.groupLook}
          </button>
        </form>
      )}
      {found !== null && phone !== null && <Found invitation={found} phone={phone.id} />}
    </Sheet>
  )
}

const wordFor = (error: unknown, missing: string): string =>
  error instanceof Object && 'status' in error && error.status === 404 ? missing : problemText(error)

function Found({ invitation, phone }: { invitation: Invitation; phone: string }) {
  const words = useWords()
  const number = useApp((state) => state.numbers.find(({ id }) => id === invitation.number))
  const { id, subject, description, members, standing, asks, isFull, isSuspended } = invitation
  const isClosed = standing !== 'in' && (isSuspended || isFull)
  const people = [...(number === undefined ? [] : [number.verifiedName]), ...members.map(({ name }) => name)]
  return (
    <div className="flex flex-col items-center gap-1 px-1 pb-1 text-center">
      <GroupFace className="size-14" />
      <h4 className="pt-1 text-[16px]/5.5 font-semibold wrap-anywhere">{subject}</h4>
      <p className="text-[12.5px]/4.5 text-wa-ink-2">{words.groupMembers(members.length + 1)}</p>
      {description !== '' && <p className="pt-1 text-[13.5px]/5 whitespace-pre-line">{description}</p>}
      <p className="pt-1 pb-3 text-[12.5px]/4.5 text-wa-ink-2">{people.join(', ')}</p>
      {isClosed && (
        <p className="pb-2 text-[12.5px]/4.5 text-wa-danger">{isFull ? words.groupFull : words.groupSuspended}</p>
      )}
      {standing === 'asked' ? (
        <>
          <p className="pb-2 text-[12.5px]/4.5 text-wa-ink-2">{words.groupAsked}</p>
          <button type="button" className={button} onClick={() => void leaveGroup(phone, id)}>
            {words.groupTakeBack}
          </button>
        </>
      ) : standing === 'in' ? (
        <button type="button" className={button} onClick={() => pickGroup(id)}>
          {words.groupOpen}
        </button>
      ) : (
        <>
          {asks && !isClosed && <p className="pb-2 text-[12.5px]/4.5 text-wa-ink-2">{words.groupAsks}</p>}
          <button
            type="button"
            data-testid="phone-group-join"
            disabled={isClosed}
            className={button}
            onClick={() => void enterGroup(phone, id, asks)}
          >
            {asks ? words.groupAsk : words.groupJoin}
          </button>
        </>
      )}
    </div>
  )
}
