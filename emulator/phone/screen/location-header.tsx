import { MapPin } from 'lucide-react'

/** A place at the head of a template. */
export const LocationHeader = ({ name, address }: { name: string; address: string }) => (
  <p className="-mx-1 -mt-0.5 flex items-center gap-2 rounded-[7px] bg-black/5 px-2.5 py-2 text-[13px]/4.5">
    <MapPin size={20} aria-hidden="true" className="shrink-0 text-wa-danger" />
    <span>
      <span className="block font-semibold">{name}</span>
      <span className="text-wa-ink-2">{address}</span>
    </span>
  </p>
)
