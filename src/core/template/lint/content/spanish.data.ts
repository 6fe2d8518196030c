import type { Phrases } from './phrases.ts'

/** Spanish of Mexico, Colombia, Argentina, Chile and Spain. */
export const SPANISH: Phrases = {
  innocent: `
    (?:nunca|jamas)[^.!?\\n]*
    no (?:te|le|se lo|lo) (?:pediremos|pedimos|solicitamos|solicitaremos|vamos a pedir)[^.!?\\n]*
    no (?:lo |la |se lo )?(?:compartas?|facilites?|facilite|pases|comparta|des)[^.!?\\n]*
    no volveras? a recibir[^.!?\\n]*
    (?:descuento|bonificacion|cupon|promocion)[^.!?\\n]{0,50} (?:ya )?(?:esta|estan|fue|fueron|quedo|se aplico|se aplicaron|sigue)[^.!?\\n]{0,12}(?:aplicad[oa]s?|incluid[oa]s?|descontad[oa]s?|activ[oa]s?|a tu|a su|en tu|en su)
    (?:se )?aplic(?:o|amos) (?:el|tu|su|un) (?:descuento|cupon|bonificacion)
    (?:descuento|retencion)e?s? (?:por|de) (?:nomina|planilla|ley)
    descuento por (?:pago anticipado|pronto pago) (?:ya )?aplicad[oa]
    codigo de descuento [^.!?\\n]{0,30}no (?:es|era|fue|esta)
    cupon(?:es)? de pago
    ofertas? (?:de empleo|laboral(?:es)?|de trabajo|academica|educativa)
    promocion (?:interna|vigente|escolar|de (?:grado|curso|puesto))
    comunicaciones comerciales
    (?:marcad[oa]|envuelt[oa]) (?:como|para|de) regalo
    incluye el regalo
    (?:lapiz|articulo|material) promocional
    sin (?:costo|coste|cargo) adicional
    (?:no tiene|sin ningun) (?:costo|coste)
    (?:es|son) (?:gratis|gratuit[oa]s?)(?= y no requiere|[.\\n]|$| por)
    (?:la vacuna|el tramite|la dosis|la llamada) es gratuit[oa]
    comprobante de venta
    punto de venta
    precio regulado
    (?:compra|compras) (?:por|de|en|registrada|aprobada) #
  `,
  promotion: `
    descuentos?
    dcto
    (?:rebajas?|rebajad[oa]s?)
    liquidacion(?: de temporada| total)?
    (?:super|mega|gran(?:des)?|mejores|nuestras?|increibles) ofertas?
    ofertas?
    promocion(?:es)?
    [23] ?x ?[12]
    \\d+ (?:niveles|productos|pares|unidades) por el precio de \\d+
    (?:dos|tres) por (?:uno|dos)
    llev(?:a|ate|e|ese) (?:dos|tres|\\d)[^.!?\\n]{0,25} pag[aeu]
    pag(?:a|ue) (?:dos|tres|una?|\\d) y llev
    paga[^.!?\\n]{0,12} una hasta
    (?:a |por la )?mitad de precio
    (?:hasta )?(?:un |el |con )?\\d+ ?% (?:de )?(?:descuento|off|menos|extra|bonificacion|reintegro|cashback|en (?:toda|todo|tu|la)|adicional)
    hasta (?:un |el |con )?\\d+ ?%
    (?:al|con (?:el|un)) \\d+ ?%(?= (?:en|de|a|y)|[.,!\\n]|$)
    precios? (?:minimos?|especial(?:es)?|de fabrica|bajos?|increibles?|exclusiv[oa]s?|imbatibles?|de locura)
    (?:madrugon|ferion|outlet|remate|barata|gran venta|venta nocturna|venta especial)
    feria de [a-z]+
    (?:envio|despacho|inscripcion|matricula|estudio|consulta|valoracion|evaluacion|papas|postre|instalacion|entrega)s? (?:es )?(?:gratis|gratuit[oa]s?|bonificad[oa]s?|sin costo)
    gratis
    (?:de|un|tu|gran) regalo(?: sorpresa)?
    regalos
    te regalamos
    (?:sorteos?|rifa|concurso)
    (?:gana|ganas|ganan|ganate|participa y)(?= (?:un|una|premios|tasa|hasta|\\d|\\$|#|doble|puntos))
    (?:black friday|hot sale|cyber ?(?:day|monday|week)?|buen fin|dia sin iva|prime day|navidad de ofertas)
    (?:\\d+ )?(?:cuotas|meses|pagos) sin interes(?:es)?
    msi
    sin compromiso
    (?:solo|solamente|unicamente) (?:por )?(?:hoy|hasta|este fin|este finde|esta semana|para (?:antiguos )?clientes)
    (?:por )?tiempo limitado
    (?:cupos|lugares|plazas|vacantes|existencias) limitad[oa]s
    (?:hasta|antes de que se) (?:agot\\w+|acab\\w+|termin\\w+)
    agotar stock
    (?:ultim[oa]s|quedan(?: muy)? poc[oa]s) (?:unidades|piezas|plazas|horas|vacantes|cupos|lugares|habitaciones|dias|entradas|\\w+)
    no (?:te|se) l[oa]s? pierdas?
    no (?:te )?(?:dejes pasar|desaproveches)
    (?:esta|la|gran|unica) oportunidad
    aprovech(?:a|e|emos)(?:l[oa]s?)?
    carrito
    (?:compra|pedido) sin terminar
    (?:termina|finaliza|completa|concreta|retoma) (?:tu|su) compra
    (?:te|lo|la) extranamos
    (?:vuelve|volve|regresa) (?:ahora|con nosotros|y|a comprar)
    (?:recomienda|refiere|invita|trae|traigan|recomenda|invite) a(?:l menos)? (?:un|una|tus|tu) (?:amig|familiar|conocid|contact)\\w*
    envio de la siguiente
    descarga (?:ya |hoy )?(?:nuestra|la) (?:nueva )?app
    (?:webinar|masterclass|open house)
    (?:inscripciones|matriculas|admision|postulaciones|convocatoria)(?: \\d{4})? abiert[ao]s?
    (?:abrimos|abren|inician) (?:las )?(?:inscripciones|matriculas|postulaciones)
    (?:inscribete|inscribite|apuntate|anotate|matriculate|matriculandote|unete)
    becas? (?:de hasta|del|de) (?:el )?(?:hasta )?\\d+
    (?:estudia|aprende|domina) (?:tu|tus|ingles|una|un|desde|con|en|a)\\b
    arancel congelado
    (?:cero|0|sin) costo de (?:matricula|inscripcion)
    quieres ser \\w+
    (?:cashback|monedero)
    (?:imperdible|irresistible|inigualable|increibles?)
    (?:exclusiv[oa]|especial|pensad[oa])s? para (?:ti|vos|usted|clientes|nuestros)
    puntos estan por vencer
    date prisa
    (?:corre|apurate|apresurate)
    (?:nuev[ao]s?|ultim[ao]) (?:coleccion|aromas?|sabores|menu|modelos?|lineas?|productos?|temporada|sucursal|tienda|local|lanzamiento)
    novedades en
    lanzamientos?
    estren(?:a|amos|ate|o)
    inauguracion
    (?:ya )?(?:esta|estan) (?:disponible )?en tiendas?
    (?:llego|llegaron|volvio|volvieron|arranco|empezo|se viene|vuelve) (?:el|la|los|las) (?:\\w+ )?(?:hot|buen|cyber|black|coleccion|linea|descuentos?|zapatillas|ofertas|promo\\w*|temporada|rebajas)
    desde (?:\\$|usd|s\\/) ?[\\d.,]+
    desde [\\d.,]+ (?:mil |pesos|euros|dolares|soles)
    por persona
    todo incluido
    paquetes? (?:de \\d|prenatal|todo|familiar|vacacional)
    escapad(?:a|as)
    escapate
    (?:que tal|te apetece|planes para|se te antoja) \\w+
    (?:va|corre|corren|invita) por (?:nuestra cuenta|cuenta de la casa)
    cortesia de la casa
    (?:noche|noches|dia|martes|miercoles|jueves|viernes|lunes) de (?:2 ?x|pastas?|pizzas?|sushi|alitas|hamburguesas?|promo\\w*)
    (?:compra|pide|reserva|agenda|contrata|cotiza|pedila|pedilo|comprala|compralo|pedi|reserva tu|aparta|adquiere)s? (?:ya|hoy|ahora|antes del?|en hasta|desde la app antes)
    (?:aparta|reserva|asegura|congela|congela) (?:tu|el|el tuyo|arancel)
    (?:vuela|viaja) (?:a|por|desde|con|mas)
    tasa especial
    (?:por|a) mes(?:, )?sin
    (?:15|[1-9]\\d?) ?% de bonificacion
    financiad[oa] a
    invierte (?:en|desde|hoy|ya)
    tarifa plana
    cambiate a
    depilacion
    seguro te (?:va a )?encanta
    date un gusto
    te lo mereces
    disfruta (?:de )?precios
    descubre
    preventa
    inversion (?:segura|inteligente|unica)
    reintegro en
    antes que (?:nadie|el resto|todos)
  `,
  bargain: `
    canjea(?:l[oa]s?)?
    (?:proxima|siguiente|primera) (?:compra|visita|orden|recarga)
    disfruta (?:de )?(?:la mejor|lo mejor|nuestr|un|una|todo)\\w*
    premios?
    ahorr(?:a|e|as|ando)(?: hasta| mas| en|\\b)
    (?:promo|promos)
    (?:por|a)(?: solo| tan solo| solamente)? (?:\\$|usd|s\\/) ?[\\d.,]+
    (?:pidel[oa]|sacal[oa]|solicital[oa]) (?:ya|hoy)
  `,
  coupon: `
    cup(?:on|ones)(?: de)?
    (?:usa|aplica|ingresa|canjea|utiliza|pone) (?:el|tu|este) (?:codigo|cupon)(?: promocional)? [^.!?\\n]{0,60}(?:ahorra|compra|visita|descuento|obten|gana|pedido|promo|lleva|recibe)\\w*
    codigo (?:promocional|de descuento|promo)
    (?:bono|vale|voucher|gift ?card) de (?:regalo|descuento|compra|\\$? ?\\d|#)
    redim(?:e|a|ir)(?:l[oa]s?)?
    canjea el codigo
    (?:tienes|tenes|tiene) un (?:bono|vale|voucher)
  `,
  upselling: `
    pre ?-?(?:aprobad|autorizad|acordad|calificad|otorgad)[oa]s?
    (?:te|le) tenemos (?:aprobad|list|disponible)[oa]?[^.!?\\n]{0,30}
    (?:credito|prestamo|avance|anticipo|adelanto)[^.!?\\n]{0,25} (?:disponible (?:para|por|de)|esperando(?:te)?|a tu medida|para ti)
    tienes un (?:avance|credito|prestamo|anticipo)
    (?:aumenta|aumentar|incrementa|incrementar|amplia|ampliar|sube|duplica|duplicar|triplica) (?:el |tu |su |la |tus )?(?:limite|cupo|linea|capacidad|velocidad|internet|datos|gigas|megas|cobertura)
    (?:mejora|mejorar) (?:tu|su) (?:plan|silla|asiento|habitacion|tarifa|cobertura|velocidad)
    upgrade
    (?:por|con) (?:solo|tan solo|solamente|apenas) \\$?(?:\\d|#)
    por \\$?[\\d.,]+ (?:pesos|euros|dolares|soles) (?:mas |al mes|mensual)
    pasa(?:te|rte) (?:a (?:\\d|un plan|nuestro plan|fibra|pospago|postpago)|hoy|al plan)
    migra (?:a|hoy|tu)
    (?:agrega|anade|suma|sumale|agregale|incluye) (?:la |el |un |una )?(?:asistencia|cobertura|proteccion|seguro|\\d+ (?:gigas|gb|megas)|garantia extendida)
    complementa (?:tu|su)
    contrata (?:tu|un|una|hoy|el|la|nuestro)
    llevate (?:tu|una?|la) (?:tarjeta|nomina)\\w*
    (?:traslada|lleva|cambia|llevate|domicilia) tu nomina
    sin anualidad
    plan (?:superior|premium)
    tasa preferencial
    (?:seguro|tarjeta) (?:todo riesgo|platino|oro|black|platinum)
    (?:es|sera) tuyo
    se te quedan cort[oa]s
    viaj(?:a|as|ar) mas comod[oa]
    (?:pidel[oa]|sacal[oa]|solicital[oa]) en (?:un|dos|tres|\\d)
    megas por el mismo precio
    (?:junta|reune|unifica|consolida) (?:todas )?(?:tus|sus) deudas
    activ[aá] (?:el|tu|un) paquete
    (?:pesos|euros|dolares) mas en (?:tu|su) (?:factura|boleta|recibo|plan)
    antecipa(?:r)? (?:tu|su)
  `,
  'cold-contact': `
    (?:nos|me) (?:dieron|pasaron|compartieron|facilitaron) (?:su|tu) (?:numero|contacto|telefono)
    (?:obtuve|obtuvimos|encontre|encontramos|conseguimos|consegui|vimos) (?:su|tu) (?:numero|contacto|telefono|perfil|empresa)
    me presento
    (?:le|lo|la|te) (?:contacto|contactamos|escribo|escribimos) (?:porque|para ofrecer\\w*|para presentar\\w*|para contar\\w*)
    (?:presentarle|presentarte|ofrecerle|ofrecerte|platicarle|platicarte|comentarle|mostrarle|mostrarte) (?:de |sobre )?(?:una?|nuestr|los|las|el|la)\\w*
    represento a
    (?:breve|corta) (?:reunion|llamada)
    (?:me permite|tendria|tienes|tiene|me regala) unos minutos
    empresa lider en
    (?:amig[oa]|conocid[oa]) en comun
    hacer crecer (?:su|tu) (?:negocio|empresa)
    (?:tiene|tienes|tenes) (?:cinco|5|diez|10) minutos
  `,
  survey: `
    encuestas?
    calific(?:a|ar|arias|aria|anos|ue|as|arnos)
    puntu(?:a|acion|anos|ar|arias)
    valora(?:cion|nos)? (?:de|del|tu|con)
    valor(?:e|a) (?:su|tu|nuestro)
    (?:del|de) [01] (?:al?) (?:5|10|cinco|diez)
    que tan (?:satisfech|content|probable|facil)\\w*
    (?:tu|su) opinion
    que te parecio
    estudio de mercado
    (?:queremos|nos gustaria) (?:conocer|saber|escuchar)
    danos tu opinion
    recomendarias
    como (?:fue|estuvo|te fue|le fue|te atendi|lo atendi)\\w*
  `,
  goodwill: `
    fel(?:iz|ices) (?:cumple|navidad|ano|dia|aniversario|pascuas?|fiestas|vuelta al sol|vacaciones)\\w*
    (?:felices fiestas|prospero ano)
    (?:felicidades|felicitaciones|enhorabuena)
    (?:te|les|le) deseamos
    cumples (?:un|\\d+|#) anos?
    celebr(?:amos|ar|arlo) contigo
  `,
  price: `
    (?:\\$|usd|s\\/) ?\\d[\\d.,]*
    \\d[\\d.,]* (?:mil )?(?:pesos|euros|dolares|soles|lucas)
  `,
  hint: `
    (?:sorprende|regala|regale|renueva|renova|empieza|empeza|comienza|elige|elegi|arma|disena|consigue|convierte|mejora|cuida|consiente|prepara|ponle|dale|lleva|lleve|transforma|luce|viste)(?:l[aoe]s?|t[eu])?
    (?:vuelven?|volvemos|regresan?|ya llega|ya vienen?) (?:el|la|los|las|por|con)
    (?:precios?|rendir|intereses|ganancias|comision|liquidacion|stock|gusto|lujo|marcas?|variedad|calidad|delicios[oa]s?|sabor|menu|maridaje|romantic[oa]s?)
    (?:esta|este) (?:mes|temporada|verano|invierno|navidad|primavera|otono)
    (?:hasta|solo|antes de) (?:el |este )?(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo|finales|fin de)
    (?:sin|cero|0) (?:costo|coste|comision(?:es)?|papeleos?|tramites|aval|enganche)
    (?:dia de la|dia del) (?:madre|padre|nino|amor)
    (?:merece|mereces|suenas|sonaste|imagina|imaginas)
    te (?:esperamos|invitamos|asesoramos|asesoremos|llamamos|contemos|encanta|encantara|encantaran)
    (?:ven|veni|visitanos|pasate|date una vuelta|acercate) (?:a|y|por)
    (?:te interesa|te gustaria|quieres que|queres que|le interesa)
    (?:conoce|conoce mas|conocer|conocela|conocelo|entra|entra y|pideme|descubri|mira|conoces)
    (?:disfruta|disfrute)
    (?:favorit[oa]|ideal|perfect[oa]|especial|exclusiv[oa]|unic[oa]s?)
    (?:compra|pide|reserva|agenda|vuela|viaja|llevate|llevalo|pidel[oa]|apartal[oa]|probarl[oa]s?|probarte|prueba)
    (?:temporada|coleccion|tendencia|moda|recien horneado)
    responda si
    contesta quiero
    nuestra web
    (?:bienvenida|bienvenido)
  `,
  service: `
    (?:stock|existencias?|modelo|talla|suscripcion|metodo de pago|instalador(?:es)?|taller|vehiculo|placas|armado|montaje|mudanza|pedidos?|ordenes|orden|compras?|envios?|paquetes?|encomiendas?|guia|entregas?|despachos?|despachad[oa]|reparto|repartidor|domicilio|mercancia|articulo|prenda|producto)
    (?:entregad[oa]|enviad[oa]|despachad[oa]|en camino|rastreo|seguimiento|aduana|albaran)
    (?:citas?|turnos?|consultas?|consultorio|terapia|reservas?|reservacion|mesa|visita|visitara|inspeccion|entrevista|reunion|junta|asamblea|audiencia)
    (?:vuelos?|tren|bus|micro|autobus|embarque|check-?in|boletos?|pasajes?|taxi|auto|chofer|conductor|plataforma|anden|puerta)
    (?:pagos?|pagar|pague|abon[oa]r?l?a?|abonado|carg[oa]s?|cobros?|transferencias?|deposit[oa]s?|debit(?:o|amos)|retiros?|reembolsos?|devolucion|reintegro|bonificado)
    (?:facturas?|boletas?|recibos?|comprobantes?|estado de cuenta|extracto|resumen|certificado|saldos?|cuotas?|mensualidad|dividendo|creditos?|prestamos?|tarjetas?|cuentas?|caja de ahorro|plazo fijo|hipoteca)
    (?:deudas?|mora|adeudo|obligacion|promesa de pago|acuerdo|refinanciacion|plan de pagos|paz y salvo|atrasad[oa]s?|pendientes?|vencid[oa]s?|impag[oa]\\w*)
    (?:poliza|siniestro|parte|perito|grua|reclamacion|reclamo|reporte|ticket|solicitud|tramites?|folio|expediente|licencia|cedula|pasaporte|documentos?|subsidio|beneficio|expediente|radicado)
    (?:uniforme|ceremonia|acto|alumnado|grupo|lista de espera|plaza|notaria|firma|escrituras|matricula|clases?|examen|parcial|calificacion|nota|horario|salon|campus|docente|profesor\\w*|alumn\\w*|apoderados?|familias|padres?|colegio|escuela|plataforma)
    (?:resultados?|analisis|estudios|receta|medicamento|vacuna|dosis|laboratorio|examenes|autorizacion|orden medica|bono)
    (?:obras?|poda|calle|cuadra|transito|trafico|semaforo|paso|fuga|consumo|sirena|refugio|albergue|fuera de linea|sin servicio|servicio|suministro|gas|luz|agua|energia|electricidad|corte|falla|averia|mantenimiento|reparacion|alerta|lluvias|incendio|medidor|contador|lectura|contrato|lineas?|recarga|portabilidad|tecnico|cuadrilla|internet|senal|modem|residuos|inspeccion)
    (?:bloque\\w+|acceso|ingreso|inicio de sesion|dispositivo|contrasena|movil asociado|home banking|banca en linea)
    (?:vence|vencen|vencimiento|caduca|vigencia|fecha limite|plazo)
    (?:renov(?:o|ara|acion|ada|ado)|garantia|cambio de (?:talla|horario)|tu cambio|baja de)
    (?:confirmad[oa]|cancelad[oa]|reprogram\\w+|registrad[oa]|recibimos|aprobad[oa]|rechazad[oa]|agendad[oa]|retrasad[oa]|retraso|atraso|demora|suspendera|cancelar|reagendar|reservada)
    (?:datos|gigas|gb|plan) (?:de|disponibles?|hasta|se|tendra)
    has consumido
    resumen de puntos
    (?:retirado del mercado|protocolo|emergencia|evacuacion|siga las indicaciones)
    (?:nomina|prestacion|cobro|pension)
    (?:ganador de la licitacion|fase final|candidatura|vacante|postulacion)
  `,
  occasion: `
    (?:pedido|envio|ticket|reclamo|compra|visita|cita|orden|servicio|caso|reserva|atencion|chamado|viaje) #
    (?:pedido|cena|visita|compra|envio|atencion)[^.!?\\n]{0,25} de (?:anoche|ayer|hoy)
    (?:ayer|anoche|esta manana)
    cerramos tu
    (?:montaje|instalacion|reparacion|mudanza)[^.!?\\n]{0,25} #
  `,
  code: `
    clave (?:es|:) #
    (?:codigo|clave|pin|token|contrasena)(?: de (?:verificacion|acceso|seguridad|confirmacion|un solo uso|autorizacion|ingreso|un uso)| dinamica| temporal| unico)(?: para [^.!?\\n]{0,40})?(?: es|:)? ?(?:es )?#
    (?:codigo|token|pin)(?: para [^.!?\\n]{0,40})? (?:es )?#
    # es (?:tu|su|el) (?:codigo|clave|token|pin|contrasena)
    (?:usa|ingresa|introduce|utiliza|digita|escribe|ingrese) (?:el |la |este |esta )?(?:codigo|clave)(?: de \\w+)? #
    (?:token|codigo|clave) para (?:operar|firmar|ingresar|entrar|autorizar|confirmar)[^.!?\\n]{0,25} es #
    ingresa esta clave: #
  `,
  threat: `
    at(?:engase|ente|enete|engas)[^.!?\\n]{0,10} a las consecuencias
    (?:sufrir|asumir|enfrentar|afrontar|sufrira|asumira|enfrentara)\\w* (?:las )?consecuencias
    sabemos (?:donde|que) (?:vive|vives|vivis|trabaja|trabajas|trabajas)
    ev[ií]t(?:e|ese|ate|a) (?:mayores |mas )?(?:problemas|un proceso|la carcel|consecuencias)
    (?:usted )?ya no (?:tiene|tienes|tenes|hay) mas plazo
    se (?:te|le) acabo el (?:plazo|tiempo)
    (?:iremos|vamos) por (?:usted|ti|vos|sus)
    no sera para platicar
    (?:carcel|prision|proceso penal|denuncia penal)
    (?:ultim[oa]) (?:aviso|advertencia)
    si (?:hoy )?no (?:paga|pagas|pagan|cancela|liquida|abona)[^.!?\\n]{0,30}(?:embarg|visitar|informar|avisar|publicar|atenga)\\w*
    (?:tu|su) (?:familia|vida|integridad) (?:corre|correra)
    (?:lamentar|lamentara|arrepentir)\\w*
    por las buenas
    (?:toc|golpe)\\w+ (?:a )?(?:su|tu|la) puerta
    (?:iremos|vamos a ir|ira|iran|acudiremos|mandaremos|enviaremos|se presentaran)[^.!?\\n]{0,45}(?:su|tu) (?:casa|domicilio|trabajo|puerta)
    todos los dias hasta que
    no (?:lo|la|te) dejaremos en paz
  `,
  'legal-act': `
    embarg\\w+
    demanda(?:r|remos|do|da|ra|ran)?(?: judicial| correspondiente| en su contra| ante)
    (?:la|una) demanda
    sera demandada?
    (?:juicio|juicios)(?: ejecutivo)?
    acci(?:on|ones) (?:legal|judicial|penal)(?:es)?
    proceso (?:judicial|legal|penal|ejecutivo|juridico)
    (?:via|cobro|cobranza|instancia|etapa) (?:judicial|juridic[oa]|legal)
    tribunales
    juzgados?
    (?:area|oficina|departamento|despacho|equipo) (?:juridic[oa]|legal)
    (?:estudio de )?abogados
    retiro de especies
    denuncia(?:remos|do|r)?
    remate de (?:sus|tus) bienes
    tribunal
    (?:actuario|mandamiento|notificacion judicial|pagare|fiscalia|ministerio publico|citatorio judicial|subasta)
    (?:cobro|juicio|titulo) ejecutivo
  `,
  'public-shaming': `
    (?:informar|avisar|contar|decir|dir|notificar|contactar|llamar|comunicar|visitar)(?:emos|le|les|e)?[^.!?\\n]{0,45} (?:vecinos?|famili(?:a|ares)|jefe|empleador|(?:centro|lugar) de trabajo|referencias|conocidos|amigos|compañeros|companeros)
    public(?:aremos|ar|ado|ada|aran|ara|amos)[^.!?\\n]{0,40}(?:morosos?|deudor(?:es)?|deuda)
    publicaremos (?:su|tu) (?:foto|nombre|deuda)
    (?:su|tu) (?:nombre|foto)[^.!?\\n]{0,30} (?:publicad|expuest|exhibid)[oa]
    (?:listado?|relacion|tablon) de (?:morosos|deudores|impagados)
    (?:su|sus|tu|tus) (?:vecinos?|familiares|familia|jefe|jefes|empleador|codeudor(?:es)?|companeros|amigos|conocidos|patron)(?: [^.!?\\n]{0,40})?(?:sabran|sepan?|enter\\w+|conoc\\w+|inform\\w+|llam\\w+)
    (?:en frente|enfrente|delante) de (?:tod[oa]s|sus|tus|su|tu)[^.!?\\n]{0,20}
    tod[oa]s (?:los|las|sus) (?:vecinos|conocidos|companeros)[^.!?\\n]{0,12} sepan
  `,
  debt: `
    (?:deuda|adeudo|mora|pag(?:o|a|ar|ue|as)|pago|saldo|cuotas?|liquid\\w+|credito|obligacion|morosos?|deudor\\w*|deb(?:e|es|en)|incumplimiento|repact\\w+|impag\\w+|cancela|cubre|regulari\\w+|prestamo|abon\\w+)
  `,
  'card-request': `
    (?:envi\\w+|mand\\w+|compart\\w+|respond\\w+|dig\\w+|dinos|indi\\w+|proporcion\\w+|facilit\\w+|necesitamos|ingres\\w+|pas\\w+|confirm\\w+|escrib\\w+)[^.!?\\n]{0,60}(?:numero(?: completo)? de (?:su|tu|la) tarjeta|(?:16|dieciseis) digitos|cvv|cvc|numeros de (?:su|tu) tarjeta|(?:foto|imagen) de (?:su|tu|la) tarjeta|datos de (?:su|tu|la) tarjeta|codigo de seguridad de (?:su|tu|la) tarjeta)
  `,
  'identity-request': `
    (?:envi\\w+|mand\\w+|compart\\w+|respond\\w+|adjunt\\w+|proporcion\\w+|facilit\\w+|necesitamos|pas\\w+)[^.!?\\n]{0,50}(?:foto(?:grafia)?s? de (?:tu|su|el|la) (?:cedula|dni|ine|documento|rut|identificacion|pasaporte|carnet|credencial)|numero de (?:cedula|identificacion|dni|documento|pasaporte|seguro social)|(?:dni|ine|rut|curp|cedula|pasaporte|nif)(?: completo| por ambos lados)|fotografia de su documento|(?:frente|anverso|ambos lados|ambas caras|foto)[^.!?\\n]{0,25}(?:dni|ine|rut|cedula|identificacion|credencial|documento)|pin de acceso|(?:contrasena|clave) de (?:acceso|su|la)|copia de (?:tu|su) (?:cedula|dni|ine|documento|identificacion|pasaporte))
  `,
  vague: `
    informacion importante
    (?:noticias|novedades|una novedad|algo) para (?:ti|usted|vos)
    por lo siguiente
    para mas informacion
  `,
  'opt-out': `
    baja
    salir
    alto
    stop
    parar
    cancelar (?:la )?suscripcion
    no (?:quier\\w+|dese\\w+|recibir\\w*|te escribimos|le escribimos)[^.!?\\n]{0,20}(?:mas|mensajes|promociones|publicidad)?
    dejar de recibir
    no me interesa
    desuscrib\\w+
    no recibir
  `,
  'forbidden-goods': `
    (?:cervezas?|tequila|mezcal|vodka|whisky|ron anejo|licores|aguardiente|pisco)
    (?:cigarrillos?|vapers?|vapeadores?|tabaco|puros)
    (?:apuestas?|casino|tragamonedas|ruleta)
    (?:armas de fuego|municion(?:es)?|pistolas)
    (?:marihuana|cannabis|cbd)
    (?:viagra|esteroides|anabolicos)
  `,
}
