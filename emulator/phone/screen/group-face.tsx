import { Users } from 'lucide-react'

/** A group of people; one quiet colour, so that the businesses keep theirs. */
export const GroupFace = ({ className }: { className: string }) => (
  <span className={`grid shrink-0 place-items-center rounded-full bg-[#54656f] text-white ${className}`}>
    <Users aria-hidden="true" className="size-[52%]" />
  </span>
)
