import { LogOut } from 'lucide-react'
import { leaveGroup } from '../state/groups.ts'
import { useGroup, useNumber, usePhone } from '../state/store.ts'
import { showNumber } from '../text/phone-number.ts'
import { useWords } from '../words/index.ts'
import { BusinessFace } from './business-face.tsx'
import { SheetItem } from './sheet-item.tsx'
import { Sheet } from './sheet.tsx'
import { MemberFace } from './writers.tsx'

/** A group as one of its people sees it: what it is for, who is in it, and the way out. */
export function GroupSheet() {
  const words = useWords()
  const phone = usePhone()
  const number = useNumber()
  const group = useGroup()
  if (phone === null || number === null || group === null) return null
  const { members, description, standing } = group
  return (
    <Sheet title={group.subject}>
      {description !== '' && <p className="px-1 pb-2 text-[13.5px]/5 whitespace-pre-line">{description}</p>}
      <h4 className="px-1 pt-1 pb-0.5 text-[12px]/4 font-semibold text-wa-accent">
        {words.groupMembers(members.length + 1)}
      </h4>
      <ul className="pb-1">
        <Person
          name={number.verifiedName}
          detail={words.business}
          face={<BusinessFace number={number.id} className="size-9" />}
        >
          <span className="shrink-0 rounded-[5px] bg-wa-out px-1.5 text-[11px]/4.5 text-wa-accent">
            {words.groupAdmin}
          </span>
        </Person>
        {members.map(({ id, name, waId }) => (
          <Person
            key={id}
            name={id === phone.id ? words.you : name}
            detail={waId === null ? words.hiddenNumber : showNumber(waId)}
            face={<MemberFace id={id} name={name} className="size-9 text-[12px]" />}
          />
        ))}
      </ul>
      {standing === 'in' && (
        <div className="sticky bottom-0 border-t border-wa-line bg-white pt-1">
          <SheetItem danger glyph={<LogOut size={18} />} onClick={() => void leaveGroup(phone.id, group.id)}>
            {words.groupLeave}
          </SheetItem>
        </div>
      )}
    </Sheet>
  )
}

const Person = (person: { name: string; detail: string; face: React.ReactNode; children?: React.ReactNode }) => (
  <li className="flex min-h-12 items-center gap-3 border-b border-wa-line/70 px-1 last:border-0">
    {person.face}
    <span className="min-w-0 flex-1">
      <span className="block truncate text-[14px]/[18px] font-medium">{person.name}</span>
      <span className="block truncate text-[12px]/4 text-wa-ink-2 tabular-nums">{person.detail}</span>
    </span>
    {person.children}
  </li>
)
