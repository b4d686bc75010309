# Russian. Sentence case, short; no full stop on single sentences.

## Menus and commands

menu-file = Файл
menu-go = Переход
menu-view = Вид
menu-time = Время
menu-help = Справка
menu-lanes = Группировка событий

command-open = Открыть папку с хроникой…
command-open-built-in = Открыть встроенную хронику
command-reload = Перечитать файлы
command-save-picture = Сохранить изображение…
command-copy-citation = Скопировать событие с источниками
command-quit = Выход
command-previous-event = Предыдущее событие
command-next-event = Следующее событие
command-first-event = Первое событие
command-last-event = Последнее событие
command-scenes = Сцены…
command-look-at-selection = Показать выбранное
command-fit-all = Показать всё
command-reset-view = Вернуться к исходному виду
command-deselect = Снять выделение или закрыть верхнее окно
command-undo = Отменить последнее перемещение
command-redo = Повторить перемещение
command-both-panes = Карта и хронология
command-map-only = Только карта
command-timeline-only = Только хронология
command-reader = Панель чтения
command-fold-reader = Свернуть панель чтения
command-place-names = Названия мест
command-actual-tracks = Пути, пройденные на деле
command-planned-tracks = Пути, назначенные приказами
command-old-style = Даты по новому и старому стилю
command-next-grouping = Следующий способ группировки
command-map-in = Приблизить карту
command-map-out = Отдалить карту
command-map-west = Карта западнее
command-map-east = Карта восточнее
command-map-north = Карта севернее
command-map-south = Карта южнее
command-theme-light = Светлая тема
command-theme-dark = Тёмная тема
command-theme-print = Тема для печати
language-az = Azərbaycanca
language-en = English
language-ru = Русский
language-tr = Türkçe
command-play = Воспроизвести
command-pause = Приостановить
command-slower = Медленнее
command-faster = Быстрее
command-time-in = Время крупнее
command-time-out = Время мельче
command-time-back = Раньше
command-time-forward = Позже
command-help = Клавиши и команды
command-about = Об этой хронике
command-problems = Неполадки в файлах
command-go-there = Перейти туда
command-look-at-it = Рассмотреть вблизи

grouping-side = По сторонам
grouping-kind = По видам
grouping-source = По источникам
grouping-none = Без группировки

speed-name = Сколько времени проходит за секунду
speed-ten-minutes = 10 минут в секунду
speed-hour = 1 час в секунду
speed-three-hours = 3 часа в секунду
speed-half-day = 12 часов в секунду
speed-day = 1 день в секунду
speed-week = 1 неделя в секунду
speed-month = 1 месяц в секунду
speed-year = 1 год в секунду
speed-decade = 10 лет в секунду

## Panes

map-name = Карта
chronology-name = Хронология
language-name = Язык
theme-name = Оформление
lane-events = События
lane-rest = Прочие
splitter-reader = Ширина панели чтения
splitter-timeline = Высота хронологии
cursor-name = Указатель времени: { $date }
chronology-more =
    { $amount ->
        [one] Здесь ещё { $number } событие; щелчок приблизит
        [few] Здесь ещё { $number } события; щелчок приблизит
        [many] Здесь ещё { $number } событий; щелчок приблизит
       *[other] Здесь ещё { $number } события; щелчок приблизит
    }
map-events-here =
    { $amount ->
        [one] За это время здесь { $number } событие
        [few] За это время здесь { $number } события; двойной щелчок покажет все
        [many] За это время здесь { $number } событий; двойной щелчок покажет все
       *[other] За это время здесь { $number } события; двойной щелчок покажет все
    }
unit-kilometres = { $number } км
unit-metres = { $number } м

legend-happened = Произошло
legend-planned = По плану или приказу
legend-covered = Пройденный путь
legend-ahead = Предстоящий путь
legend-ordered = Путь по приказу
legend-conjectural = Путь неизвестен, дан по прямой

## Reader

reader-where = Где
reader-who = Кто
reader-from = От кого
reader-to = Кому
reader-position = { $number } из { $total }
reader-nothing = Выберите событие в хронологии или на карте либо нажмите N, чтобы перейти к следующему. F1 показывает все клавиши.
section-accounts = Кто об этом сообщает
section-relations = Связанные события
section-events-here = События в этом месте
section-stops = Пункты пути
place-no-events = Ни одно событие этой хроники не отнесено к этому месту
place-old-name = Тогдашнее название: { $name }
place-precision = с точностью до { $number } км
date-reason = О дате: { $reason }
accounts-differ = Сообщения расходятся
differ-time = в том, когда это было
differ-place = в том, где это было
differ-count = в том, сколько их было
account-inference = Вывод: { $inference }
source-through = приводится по: { $source }
locator-page = с. { $number }
locator-paragraph = абзац { $number }
locator-footnote = сноска { $number }
status-actual = на деле
status-planned = по плану

relation-fulfils-to = Во исполнение:
relation-fulfils-from = Исполнение:
relation-part-of-to = Часть события:
relation-part-of-from = Включает:
relation-answers-to = В ответ на:
relation-answers-from = Ответ:
relation-caused-by-to = Причина:
relation-caused-by-from = Следствие:
relation-contradicts-to = Противоречит записи:
relation-contradicts-from = Этой записи противоречит:

kind-movement = Передвижение
kind-battle = Боевые действия
kind-reconnaissance = Разведка
kind-preparation = Подготовка
kind-order = Приказ
kind-ultimatum = Ультиматум
kind-note = Нота
kind-telegram = Телеграмма
kind-letter = Письмо
kind-speech = Речь
kind-decision = Решение
kind-proclamation = Провозглашение
kind-congress = Съезд
kind-agreement = Соглашение
kind-negotiation = Переговоры
kind-takeover = Переход под контроль
kind-uprising = Восстание
kind-repression = Репрессии
kind-landing = Высадка десанта
kind-refugees = Беженцы
kind-losses = Потери
kind-administration = Управление
kind-other = Прочее

place-city = Крупный город
place-town = Город
place-village = Село
place-station = Железнодорожная станция
place-bridge = Мост
place-quarter = Часть города
place-region = Область
place-water = Водный объект
place-coast = Побережье
place-mountain = Горы

count-about = примерно { $number }
count-soldiers = { $amount ->
    [one] { $number } солдат
    [few] { $number } солдата
    [many] { $number } солдат
   *[other] { $number } солдата
}
count-cavalry = { $amount ->
    [one] { $number } всадник
    [few] { $number } всадника
    [many] { $number } всадников
   *[other] { $number } всадника
}
count-guns = { $amount ->
    [one] { $number } орудие
    [few] { $number } орудия
    [many] { $number } орудий
   *[other] { $number } орудия
}
count-machine-guns = { $amount ->
    [one] { $number } пулемёт
    [few] { $number } пулемёта
    [many] { $number } пулемётов
   *[other] { $number } пулемёта
}
count-rifles = { $amount ->
    [one] { $number } винтовка
    [few] { $number } винтовки
    [many] { $number } винтовок
   *[other] { $number } винтовки
}
count-armoured-trains = { $amount ->
    [one] { $number } бронепоезд
    [few] { $number } бронепоезда
    [many] { $number } бронепоездов
   *[other] { $number } бронепоезда
}
count-armoured-cars = { $amount ->
    [one] { $number } бронеавтомобиль
    [few] { $number } бронеавтомобиля
    [many] { $number } бронеавтомобилей
   *[other] { $number } бронеавтомобиля
}
count-aircraft = { $amount ->
    [one] { $number } самолёт
    [few] { $number } самолёта
    [many] { $number } самолётов
   *[other] { $number } самолёта
}
count-ships = { $amount ->
    [one] { $number } корабль
    [few] { $number } корабля
    [many] { $number } кораблей
   *[other] { $number } корабля
}
count-companies = { $amount ->
    [one] { $number } рота
    [few] { $number } роты
    [many] { $number } рот
   *[other] { $number } роты
}
count-regiments = { $amount ->
    [one] { $number } полк
    [few] { $number } полка
    [many] { $number } полков
   *[other] { $number } полка
}
count-divisions = { $amount ->
    [one] { $number } дивизия
    [few] { $number } дивизии
    [many] { $number } дивизий
   *[other] { $number } дивизии
}
count-prisoners = { $amount ->
    [one] { $number } пленный
    [few] { $number } пленных
    [many] { $number } пленных
   *[other] { $number } пленного
}
count-dead = { $amount ->
    [one] { $number } погибший
    [few] { $number } погибших
    [many] { $number } погибших
   *[other] { $number } погибшего
}
count-wounded = { $amount ->
    [one] { $number } раненый
    [few] { $number } раненых
    [many] { $number } раненых
   *[other] { $number } раненого
}
count-arrested = { $amount ->
    [one] { $number } арестованный
    [few] { $number } арестованных
    [many] { $number } арестованных
   *[other] { $number } арестованного
}
count-executed = { $amount ->
    [one] { $number } казнённый
    [few] { $number } казнённых
    [many] { $number } казнённых
   *[other] { $number } казнённого
}
count-refugees = { $amount ->
    [one] { $number } беженец
    [few] { $number } беженца
    [many] { $number } беженцев
   *[other] { $number } беженца
}
count-members = { $amount ->
    [one] { $number } член
    [few] { $number } члена
    [many] { $number } членов
   *[other] { $number } члена
}
count-villages = { $amount ->
    [one] { $number } село
    [few] { $number } села
    [many] { $number } сёл
   *[other] { $number } села
}
count-times = { $amount ->
    [one] { $number } раз
    [few] { $number } раза
    [many] { $number } раз
   *[other] { $number } раза
}
count-minutes = { $amount ->
    [one] { $number } минута
    [few] { $number } минуты
    [many] { $number } минут
   *[other] { $number } минуты
}
count-hours = { $amount ->
    [one] { $number } час
    [few] { $number } часа
    [many] { $number } часов
   *[other] { $number } часа
}
count-days = { $amount ->
    [one] { $number } день
    [few] { $number } дня
    [many] { $number } дней
   *[other] { $number } дня
}
count-months = { $amount ->
    [one] { $number } месяц
    [few] { $number } месяца
    [many] { $number } месяцев
   *[other] { $number } месяца
}
count-years = { $amount ->
    [one] { $number } год
    [few] { $number } года
    [many] { $number } лет
   *[other] { $number } года
}
count-kilometres = { $number } км
count-officers = { $amount ->
    [one] { $number } офицер
    [few] { $number } офицера
    [many] { $number } офицеров
   *[other] { $number } офицера
}
count-battalions = { $amount ->
    [one] { $number } батальон
    [few] { $number } батальона
    [many] { $number } батальонов
   *[other] { $number } батальона
}
count-squadrons = { $amount ->
    [one] { $number } эскадрон
    [few] { $number } эскадрона
    [many] { $number } эскадронов
   *[other] { $number } эскадрона
}
count-batteries = { $amount ->
    [one] { $number } батарея
    [few] { $number } батареи
    [many] { $number } батарей
   *[other] { $number } батареи
}
count-detachments = { $amount ->
    [one] { $number } отряд
    [few] { $number } отряда
    [many] { $number } отрядов
   *[other] { $number } отряда
}
count-swords = { $amount ->
    [one] { $number } сабля
    [few] { $number } сабли
    [many] { $number } сабель
   *[other] { $number } сабли
}
count-bombs = { $amount ->
    [one] { $number } бомба
    [few] { $number } бомбы
    [many] { $number } бомб
   *[other] { $number } бомбы
}
count-rounds = { $amount ->
    [one] { $number } патрон или снаряд
    [few] { $number } патрона или снаряда
    [many] { $number } патронов или снарядов
   *[other] { $number } патрона или снаряда
}
count-horses = { $amount ->
    [one] { $number } лошадь
    [few] { $number } лошади
    [many] { $number } лошадей
   *[other] { $number } лошади
}
count-wagons = { $amount ->
    [one] { $number } вагон
    [few] { $number } вагона
    [many] { $number } вагонов
   *[other] { $number } вагона
}
count-locomotives = { $amount ->
    [one] { $number } паровоз
    [few] { $number } паровоза
    [many] { $number } паровозов
   *[other] { $number } паровоза
}
count-barges = { $amount ->
    [one] { $number } баржа
    [few] { $number } баржи
    [many] { $number } барж
   *[other] { $number } баржи
}
count-factories = { $amount ->
    [one] { $number } предприятие
    [few] { $number } предприятия
    [many] { $number } предприятий
   *[other] { $number } предприятия
}
count-civilians = { $amount ->
    [one] { $number } мирный житель
    [few] { $number } мирных жителя
    [many] { $number } мирных жителей
   *[other] { $number } мирных жителя
}
count-inhabitants = { $amount ->
    [one] { $number } житель
    [few] { $number } жителя
    [many] { $number } жителей
   *[other] { $number } жителя
}
count-houses = { $amount ->
    [one] { $number } дом
    [few] { $number } дома
    [many] { $number } домов
   *[other] { $number } дома
}
count-missing = { $amount ->
    [one] { $number } пропавший без вести
    [few] { $number } пропавших без вести
    [many] { $number } пропавших без вести
   *[other] { $number } пропавших без вести
}
count-losses = { $amount ->
    [one] { $number } человек потерь
    [few] { $number } человека потерь
    [many] { $number } человек потерь
   *[other] { $number } человека потерь
}
count-hostages = { $amount ->
    [one] { $number } заложник
    [few] { $number } заложника
    [many] { $number } заложников
   *[other] { $number } заложника
}
count-seats = { $amount ->
    [one] { $number } место
    [few] { $number } места
    [many] { $number } мест
   *[other] { $number } места
}
count-votes = { $amount ->
    [one] { $number } голос
    [few] { $number } голоса
    [many] { $number } голосов
   *[other] { $number } голоса
}
count-telegrams = { $amount ->
    [one] { $number } телеграмма
    [few] { $number } телеграммы
    [many] { $number } телеграмм
   *[other] { $number } телеграммы
}
count-points = { $amount ->
    [one] { $number } пункт
    [few] { $number } пункта
    [many] { $number } пунктов
   *[other] { $number } пункта
}
count-weeks = { $amount ->
    [one] { $number } неделя
    [few] { $number } недели
    [many] { $number } недель
   *[other] { $number } недели
}
count-square-kilometres = { $number } кв. км
count-poods = { $amount ->
    [one] { $number } пуд
    [few] { $number } пуда
    [many] { $number } пудов
   *[other] { $number } пуда
}
count-tonnes = { $amount ->
    [one] { $number } тонна
    [few] { $number } тонны
    [many] { $number } тонн
   *[other] { $number } тонны
}
count-roubles = { $amount ->
    [one] { $number } рубль
    [few] { $number } рубля
    [many] { $number } рублей
   *[other] { $number } рубля
}
count-percent = { $number } %

## Windows

close = Закрыть
cancel = Отмена
help-title = Клавиши и команды
help-mouse = Колесо меняет масштаб у указателя, перетаскивание сдвигает изображение, щелчок выбирает, двойной щелчок приближает, другая кнопка открывает меню.
about-title = Об этой хронике
about-sources = Источники и их позиция
problems-title = Неполадки в файлах
problems-intro = Названные здесь записи пропущены или неполны. Всё остальное показано.
problems-none = В файлах этой хроники неполадок нет
problems-copy = Скопировать список
problems-count =
    { $amount ->
        [one] { $number } неполадка
        [few] { $number } неполадки
        [many] { $number } неполадок
       *[other] { $number } неполадки
    }
scenes-title = Сцены
picture-title = Сохранение изображения
picture-size = Размер
picture-size-slide = Слайд, 1920 × 1080
picture-size-4k = 4K, 3840 × 2160
picture-size-school = Старый проектор, 1024 × 768
picture-size-a4 = A4 для печати, 300 dpi
picture-size-square = Квадрат, 1080 × 1080
picture-size-own = Другой размер
picture-parts = Что показать
picture-file = Файл
picture-browse = Выбрать…
picture-pixels = { $width } × { $height } пикселей
picture-save = Сохранить
picture-too-large = Изображение такого размера создать нельзя
picture-sources = Источники: { $sources }
picture-more-sources = { $amount ->
    [one] и ещё { $number } цитируемая в них работа
    [few] и ещё { $number } цитируемые в них работы
    [many] и ещё { $number } цитируемых в них работ
   *[other] и ещё { $number } цитируемой в них работы
}
empty-title = Пока нечего показать
empty-text = В этой хронике нет событий. Откройте другую папку или перетащите её в окно.
empty-text-problems = Файлы этой хроники не удалось использовать. Что исправить, сказано в списке неполадок; встроенная хроника открывается всегда.
status-copied = Скопировано
status-no-folder = Папка не выбрана; её можно также перетащить в окно
status-saved = Сохранено: { $path }
status-still-busy = Это действие ещё выполняется
busy-open = Открывается хроника…
busy-dialog = Ожидание выбора файла…
busy-picture = Создаётся изображение…

## Dates

month-1 = январь
month-2 = февраль
month-3 = март
month-4 = апрель
month-5 = май
month-6 = июнь
month-7 = июль
month-8 = август
month-9 = сентябрь
month-10 = октябрь
month-11 = ноябрь
month-12 = декабрь
month-in-date-1 = января
month-in-date-2 = февраля
month-in-date-3 = марта
month-in-date-4 = апреля
month-in-date-5 = мая
month-in-date-6 = июня
month-in-date-7 = июля
month-in-date-8 = августа
month-in-date-9 = сентября
month-in-date-10 = октября
month-in-date-11 = ноября
month-in-date-12 = декабря
month-short-1 = янв.
month-short-2 = февр.
month-short-3 = мар.
month-short-4 = апр.
month-short-5 = мая
month-short-6 = июн.
month-short-7 = июл.
month-short-8 = авг.
month-short-9 = сент.
month-short-10 = окт.
month-short-11 = нояб.
month-short-12 = дек.
weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье
season-1 = весна
season-2 = лето
season-3 = осень
season-4 = зима
# Ordinals count centuries and millennia only; Russian writes these in Roman figures.
ordinal-1 = I
ordinal-2 = II
ordinal-3 = III
ordinal-4 = IV
ordinal-5 = V
ordinal-6 = VI
ordinal-7 = VII
ordinal-8 = VIII
ordinal-9 = IX
ordinal-10 = X
ordinal-11 = XI
ordinal-12 = XII
ordinal-13 = XIII
ordinal-14 = XIV
ordinal-15 = XV
ordinal-16 = XVI
ordinal-17 = XVII
ordinal-18 = XVIII
ordinal-19 = XIX
ordinal-20 = XX
ordinal-21 = XXI
ordinal-22 = XXII
ordinal-23 = XXIII
ordinal-24 = XXIV
ordinal-25 = XXV
ordinal-26 = XXVI
ordinal-27 = XXVII
ordinal-28 = XXVIII
ordinal-29 = XXIX
ordinal-30 = XXX
date-day = { $day } { $month } { $year }
date-day-no-year = { $day } { $month }
date-month = { $month } { $year }
date-season = { $season } { $year }
date-year = { $year }
date-decade = { $year }-е
date-century = { $ordinal } век
date-millennium = { $ordinal } тысячелетие
date-bce = { $year } до н. э.
date-ce = { $year } н. э.
date-clock = { $hour }:{ $minute }
date-time = { $date }, { $time }
date-hour = { $date }, { $hour }:00–{ $hour }:59
date-range = { $from } – { $to }
date-range-in-month = { $from }–{ $to } { $month } { $year }
date-range-in-year = { $from } – { $to } { $year }
date-range-of-months = { $from }–{ $to } { $year }
date-range-of-years = { $from }–{ $to }
date-range-in-day = { $date }, { $from }–{ $to }
date-between = в промежутке { $from } – { $to }
date-open-start = по { $to }
date-open-end = { $from } и далее
date-unknown-start = по { $to }, начало неизвестно
date-unknown-end = { $from } и далее, конец неизвестен
date-or-earlier = { $date } или раньше
date-or-later = { $date } или позже
date-approximate = примерно { $date }
date-uncertain = { $date } (?)
date-old-style = { $new } ({ $old } по ст. ст.)
date-old-style-in-year = { $new } ({ $old } по ст. ст.) { $year }
date-list = { $list }, { $last }
date-all-of = { $list } и { $last }
date-one-of = { $list } или { $last }
date-day-of-unknown-month = { $day }-е число неизвестного месяца, { $year }
date-unknown-digit = ?
date-unknown = дата неизвестна
tick-day = { $day } { $month }
tick-day-year = { $day } { $month } { $year }
tick-month-year = { $month } { $year }
