import type { PhoneSeed } from './world/seed.ts'

/** The customers of the demonstration. */
export const demoPhones: readonly PhoneSeed[] = [
  { id: 'lucia', name: 'Lucía Paredes', waId: '5215512345678', country: 'MX' },
  { id: 'rodrigo', name: 'Rodrigo Maldonado', waId: '5215587654321', country: 'MX' },
  { id: 'carla', name: 'Carla Sosa', waId: '5491155554444', country: 'AR', username: '@carla.sosa', hidden: true },
  { id: 'julian', name: 'Julián Ferreyra', waId: '5491144443333', country: 'AR' },
  { id: 'noelia', name: 'Noelia Vidal', waId: '34600111222', country: 'ES' },
  { id: 'andres', name: 'Andrés Ocampo', waId: '573001112233', country: 'CO' },
  { id: 'beatriz', name: 'Beatriz Lima', waId: '5511987654321', country: 'BR' },
  { id: 'mateo', name: 'Mateo Quispe', waId: '51987654321', country: 'PE' },
  { id: 'valentina', name: 'Valentina Rojas', waId: '56987654321', country: 'CL' },
  { id: 'thiago', name: 'Thiago Souza', waId: '5521912345678', country: 'BR' },
  { id: 'paula', name: 'Paula Benítez', waId: '5491133332222', country: 'AR' },
  { id: 'gabriel', name: 'Gabriel Tamayo', waId: '593987654321', country: 'EC' },
]
