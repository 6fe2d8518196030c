import type { Words } from '../problem/problem.ts'
import type { Topic, TopicLevel, TopicName } from './topic.ts'

const topic = (
  name: TopicName,
  level: TopicLevel,
  violation: string | null,
  title: Words,
  not: Words,
  but: Words,
): Topic => ({ name, level, violation, title, not, but })

/** One entry for each; `POLICY_SOURCE` says where from and when. */
export const ACTIVITY_TOPICS: Readonly<Record<TopicName, Topic>> = {
  animals: topic(
    'animals',
    'careful',
    'ANIMALS',
    ['Animales', 'Animals', 'Animais'],
    [
      'Vender animales vivos, o partes y productos de especies protegidas.',
      'Selling live animals, or parts and products of protected species.',
      'Vender animais vivos, ou partes e produtos de espécies protegidas.',
    ],
    [
      'Alimento, accesorios y servicios para animales: veterinaria, peluquería, adiestramiento.',
      'Food, accessories and services for animals: vets, grooming, training.',
      'Ração, acessórios e serviços para animais: veterinária, banho e tosa, adestramento.',
    ],
  ),
  alcohol: topic(
    'alcohol',
    'restricted',
    'ALCOHOL',
    ['Bebidas alcohólicas', 'Alcoholic drinks', 'Bebidas alcoólicas'],
    [
      'Venderlas en el chat o en el catálogo, o escribir sobre ellas a menores.',
      'Selling them in the chat or the catalogue, or writing about them to minors.',
      'Vendê-las na conversa ou no catálogo, ou escrever sobre elas a menores.',
    ],
    [
      'En algunos países, mensajes a mayores de edad con su permiso; un restaurante que también sirve vino.',
      'In some countries, messages to adults who agreed; a restaurant that also serves wine.',
      'Em alguns países, mensagens a maiores de idade que consentiram; um restaurante que também serve vinho.',
    ],
  ),
  tobacco: topic(
    'tobacco',
    'forbidden',
    'TOBACCO',
    ['Tabaco y vapeo', 'Tobacco and vaping', 'Tabaco e vape'],
    [
      'Tabaco, cigarrillos electrónicos y lo que se usa con ellos.',
      'Tobacco, electronic cigarettes and what goes with them.',
      'Tabaco, cigarros eletrônicos e seus acessórios.',
    ],
    ['Programas para dejar de fumar.', 'Programmes to stop smoking.', 'Programas para parar de fumar.'],
  ),
  drugs: topic(
    'drugs',
    'forbidden',
    'DRUGS',
    ['Drogas y medicamentos con receta', 'Drugs and prescription medicines', 'Drogas e remédios com receita'],
    [
      'Drogas, cannabis, medicamentos con receta y sus accesorios.',
      'Drugs, cannabis, prescription medicines and their accessories.',
      'Drogas, maconha, remédios com receita e seus acessórios.',
    ],
    [
      'En algunos países, medicamentos de venta libre; una farmacia que informa de horarios o de un pedido.',
      'In some countries, over-the-counter medicines; a pharmacy that tells opening hours or about an order.',
      'Em alguns países, remédios sem receita; uma farmácia que informa horários ou um pedido.',
    ],
  ),
  healthcare: topic(
    'healthcare',
    'careful',
    'HEALTHCARE',
    ['Salud', 'Health care', 'Saúde'],
    [
      'Vender dispositivos y productos médicos, o mandar datos de salud donde la ley no lo permite por este medio.',
      'Selling medical devices and products, or sending health data where the law does not allow it this way.',
      'Vender dispositivos e produtos médicos, ou enviar dados de saúde onde a lei não permite por este meio.',
    ],
    [
      'Citas, recordatorios, indicaciones para llegar y atención al paciente.',
      'Appointments, reminders, directions and patient care.',
      'Consultas, lembretes, orientações de chegada e atendimento ao paciente.',
    ],
  ),
  supplements: topic(
    'supplements',
    'restricted',
    'SUPPLEMENTS',
    ['Suplementos', 'Supplements', 'Suplementos'],
    [
      'Suplementos que Meta considera inseguros: esteroides, efedra, hormona del crecimiento y parecidos.',
      'Supplements Meta considers unsafe: steroids, ephedra, growth hormone and the like.',
      'Suplementos que a Meta considera inseguros: esteroides, efedra, hormônio do crescimento e parecidos.',
    ],
    [
      'Vitaminas y proteínas corrientes, sin prometer curas.',
      'Ordinary vitamins and proteins, without promising cures.',
      'Vitaminas e proteínas comuns, sem prometer curas.',
    ],
  ),
  weapons: topic(
    'weapons',
    'forbidden',
    'WEAPONS',
    ['Armas', 'Weapons', 'Armas'],
    [
      'Armas de fuego, munición, armas blancas, explosivos y piezas.',
      'Firearms, ammunition, blades, explosives and parts.',
      'Armas de fogo, munição, armas brancas, explosivos e peças.',
    ],
    [
      'Cursos de seguridad, fundas y cajas fuertes, cuchillos de cocina.',
      'Safety courses, holsters and safes, kitchen knives.',
      'Cursos de segurança, coldres e cofres, facas de cozinha.',
    ],
  ),
  'hazardous-goods': topic(
    'hazardous-goods',
    'forbidden',
    'ILLEGAL_PRODUCTS',
    ['Materiales peligrosos', 'Hazardous goods', 'Materiais perigosos'],
    [
      'Pirotecnia, venenos, plaguicidas restringidos y otros materiales peligrosos.',
      'Fireworks, poisons, restricted pesticides and other dangerous materials.',
      'Fogos de artifício, venenos, pesticidas restritos e outros materiais perigosos.',
    ],
    [
      'Avisos de seguridad, y gas o combustible a domicilio con su licencia.',
      'Safety notices, and gas or fuel deliveries with their licence.',
      'Avisos de segurança, e entrega de gás ou combustível com licença.',
    ],
  ),
  adult: topic(
    'adult',
    'forbidden',
    'ADULT',
    ['Contenido y servicios para adultos', 'Adult content and services', 'Conteúdo e serviços adultos'],
    [
      'Productos y servicios sexuales, y publicidad con insinuaciones.',
      'Sexual products and services, and suggestive advertising.',
      'Produtos e serviços sexuais, e publicidade sugestiva.',
    ],
    [
      'Educación sexual, anticonceptivos y planificación familiar.',
      'Sex education, contraceptives and family planning.',
      'Educação sexual, contraceptivos e planejamento familiar.',
    ],
  ),
  dating: topic(
    'dating',
    'forbidden',
    'DATING',
    ['Citas y contactos', 'Dating', 'Relacionamentos'],
    [
      'Servicios para encontrar pareja o compañía.',
      'Services for finding a partner or company.',
      'Serviços para encontrar parceiro ou companhia.',
    ],
    [
      'Terapia de pareja y organización de bodas.',
      'Couples’ therapy and wedding planning.',
      'Terapia de casal e organização de casamentos.',
    ],
  ),
  gambling: topic(
    'gambling',
    'restricted',
    null,
    ['Juego con dinero', 'Gambling', 'Jogos de azar'],
    [
      'Apuestas, casinos y loterías sin permiso de Meta, y en los países donde no las admite.',
      'Bets, casinos and lotteries without Meta’s permission, and in countries where it admits none.',
      'Apostas, cassinos e loterias sem permissão da Meta, e em países onde não as admite.',
    ],
    [
      'Con licencia, en países admitidos y a mayores de edad; sorteos gratuitos de una marca.',
      'With a licence, in admitted countries and to adults; a brand’s free prize draws.',
      'Com licença, em países admitidos e para maiores; sorteios gratuitos de uma marca.',
    ],
  ),
  currency: topic(
    'currency',
    'restricted',
    'REAL_FAKE_CURRENCY',
    ['Dinero y criptomonedas', 'Money and cryptocurrency', 'Dinheiro e criptomoedas'],
    [
      'Vender dinero, real, virtual o falso; ofertas de criptomonedas.',
      'Selling money, real, virtual or fake; offers of cryptocurrency.',
      'Vender dinheiro, real, virtual ou falso; ofertas de criptomoedas.',
    ],
    [
      'Un banco o un medio de pago que atiende a sus clientes y avisa de sus operaciones.',
      'A bank or payment company that serves its customers and tells them of their transactions.',
      'Um banco ou meio de pagamento que atende seus clientes e avisa de suas operações.',
    ],
  ),
  lending: topic(
    'lending',
    'restricted',
    null,
    ['Préstamos', 'Loans', 'Empréstimos'],
    [
      'Préstamos de día de pago, adelantos de sueldo y préstamos entre particulares.',
      'Payday loans, wage advances and loans between private people.',
      'Empréstimos de curtíssimo prazo, adiantamento de salário e empréstimos entre particulares.',
    ],
    [
      'Entidades registradas que atienden créditos propios con condiciones claras.',
      'Registered lenders that serve their own loans on clear terms.',
      'Instituições registradas que atendem créditos próprios com condições claras.',
    ],
  ),
  'debt-collection': topic(
    'debt-collection',
    'restricted',
    null,
    ['Cobranza', 'Debt collection', 'Cobrança'],
    [
      'Cobrar deudas de terceros, amenazar, o avisar a familiares y conocidos.',
      'Collecting other people’s debts, threatening, or telling relatives and friends.',
      'Cobrar dívidas de terceiros, ameaçar, ou avisar familiares e conhecidos.',
    ],
    [
      'Recordar a los propios clientes sus pagos, con su permiso y sin presión.',
      'Reminding one’s own customers of their payments, with consent and without pressure.',
      'Lembrar os próprios clientes de seus pagamentos, com permissão e sem pressão.',
    ],
  ),
  'multi-level': topic(
    'multi-level',
    'forbidden',
    'SCAM',
    [
      'Venta multinivel y promesas de ingresos',
      'Multi-level sales and promised incomes',
      'Marketing multinível e promessas de renda',
    ],
    [
      'Sistemas multinivel, inversiones milagrosas y empleos que piden dinero por adelantado.',
      'Multi-level schemes, miracle investments and jobs that ask for money first.',
      'Esquemas multinível, investimentos milagrosos e empregos que pedem dinheiro antes.',
    ],
    [
      'Venta directa de productos propios, y ofertas de empleo verdaderas.',
      'Direct sales of one’s own products, and real job offers.',
      'Venda direta de produtos próprios, e ofertas de emprego verdadeiras.',
    ],
  ),
  'body-parts': topic(
    'body-parts',
    'forbidden',
    'BODY_PARTS_FLUIDS',
    ['Partes y fluidos del cuerpo', 'Body parts and fluids', 'Partes e fluidos do corpo'],
    [
      'Vender órganos, sangre u otras partes del cuerpo.',
      'Selling organs, blood or other parts of the body.',
      'Vender órgãos, sangue ou outras partes do corpo.',
    ],
    [
      'Campañas de donación, pelucas y extensiones.',
      'Donation drives, wigs and hair extensions.',
      'Campanhas de doação, perucas e apliques.',
    ],
  ),
  'digital-goods': topic(
    'digital-goods',
    'careful',
    'DIGITAL_SERVICES_PRODUCTS',
    ['Bienes digitales', 'Digital goods', 'Bens digitais'],
    [
      'Vender en el catálogo descargas, cuentas o suscripciones ajenas.',
      'Selling downloads, accounts or other people’s subscriptions in the catalogue.',
      'Vender no catálogo downloads, contas ou assinaturas de terceiros.',
    ],
    [
      'Dar soporte de un servicio digital propio y enlazar a su sitio.',
      'Supporting one’s own digital service and linking to its site.',
      'Dar suporte a um serviço digital próprio e apontar para o seu site.',
    ],
  ),
  counterfeits: topic(
    'counterfeits',
    'forbidden',
    'ILLEGAL_PRODUCTS',
    ['Copias y productos ilegales', 'Counterfeits and illegal goods', 'Cópias e produtos ilegais'],
    [
      'Imitaciones, documentos falsos, productos robados y todo lo que la ley prohíbe.',
      'Imitations, forged documents, stolen goods and all that the law forbids.',
      'Imitações, documentos falsos, produtos roubados e tudo o que a lei proíbe.',
    ],
    [
      'Segunda mano y revendedores autorizados.',
      'Second-hand goods and authorised resellers.',
      'Segunda mão e revendedores autorizados.',
    ],
  ),
  politics: topic(
    'politics',
    'forbidden',
    null,
    ['Partidos y campañas electorales', 'Parties and election campaigns', 'Partidos e campanhas eleitorais'],
    [
      'Partidos, candidatos y campañas políticas.',
      'Parties, candidates and political campaigns.',
      'Partidos, candidatos e campanhas políticas.',
    ],
    [
      'Organismos públicos que atienden trámites, con acuerdo de Meta.',
      'Public bodies that serve citizens, by agreement with Meta.',
      'Órgãos públicos que atendem serviços, com acordo da Meta.',
    ],
  ),
  'general-assistant': topic(
    'general-assistant',
    'forbidden',
    null,
    ['Asistente de IA de uso general', 'General-purpose AI assistant', 'Assistente de IA de uso geral'],
    [
      'Ofrecer como producto principal un chatbot que conversa de cualquier cosa (desde el 15 de enero de 2026).',
      'Offering as the main product a chatbot that talks about anything (since 15 January 2026).',
      'Oferecer como produto principal um chatbot que conversa sobre qualquer coisa (desde 15 de janeiro de 2026).',
    ],
    [
      'Un bot que atiende a los clientes de la empresa, también con IA.',
      'A bot that serves the company’s customers, with AI too.',
      'Um bot que atende os clientes da empresa, também com IA.',
    ],
  ),
}
