# Azerbaijani. Sentence case, short; no full stop on single sentences.

## Menus and commands

menu-file = Fayl
menu-go = Keçid
menu-view = Görünüş
menu-time = Zaman
menu-help = Kömək
menu-lanes = Zolaqlara bölgü

command-open = Salnamə qovluğunu aç…
command-open-built-in = Daxili salnaməni aç
command-reload = Faylları yenidən oxu
command-save-picture = Şəkil kimi yadda saxla…
command-copy-citation = Hadisəni mənbələri ilə birlikdə kopyala
command-quit = Çıxış
command-previous-event = Əvvəlki hadisə
command-next-event = Növbəti hadisə
command-first-event = İlk hadisə
command-last-event = Son hadisə
command-scenes = Səhnələr…
command-look-at-selection = Seçilmişi yaxından göstər
command-fit-all = Hamısını göstər
command-reset-view = İlkin görünüşə qayıt
command-deselect = Seçimi ləğv et və ya üstdəki pəncərəni bağla
command-undo = Son addımı geri qaytar
command-redo = Addımı təkrarla
command-both-panes = Xəritə və xronologiya
command-map-only = Yalnız xəritə
command-timeline-only = Yalnız xronologiya
command-reader = Oxu paneli
command-fold-reader = Oxu panelini gizlət
command-place-names = Yer adları
command-actual-tracks = Faktiki hərəkət yolları
command-planned-tracks = Əmr olunmuş hərəkət yolları
command-old-style = Tarixlər hər iki üslubda
command-next-grouping = Növbəti zolaq bölgüsü
command-map-in = Xəritəni yaxınlaşdır
command-map-out = Xəritəni uzaqlaşdır
command-map-west = Xəritədə qərbə
command-map-east = Xəritədə şərqə
command-map-north = Xəritədə şimala
command-map-south = Xəritədə cənuba
command-theme-light = Açıq rənglər
command-theme-dark = Tünd rənglər
command-theme-print = Çap rəngləri
language-az = Azərbaycanca
language-en = English
language-ru = Русский
language-tr = Türkçe
command-play = Oynat
command-pause = Dayandır
command-slower = Sürəti azalt
command-faster = Sürəti artır
command-time-in = Zamanı yaxınlaşdır
command-time-out = Zamanı uzaqlaşdır
command-time-back = Daha əvvələ
command-time-forward = Daha sonraya
command-help = Düymələr və əmrlər
command-about = Bu salnamə haqqında
command-problems = Fayllardakı problemlər
command-go-there = Oraya keç
command-look-at-it = Yaxından bax

grouping-side = Tərəflərə görə
grouping-kind = Növlərə görə
grouping-source = Mənbələrə görə
grouping-none = Bölgüsüz

speed-name = Bir saniyədə nə qədər vaxt keçir
speed-ten-minutes = Saniyədə 10 dəqiqə
speed-hour = Saniyədə 1 saat
speed-three-hours = Saniyədə 3 saat
speed-half-day = Saniyədə 12 saat
speed-day = Saniyədə 1 gün
speed-week = Saniyədə 1 həftə
speed-month = Saniyədə 1 ay
speed-year = Saniyədə 1 il
speed-decade = Saniyədə 10 il

## Panes

map-name = Xəritə
chronology-name = Xronologiya
language-name = Dil
theme-name = Rənglər
lane-events = Hadisələr
lane-rest = Digərləri
splitter-reader = Oxu panelinin eni
splitter-timeline = Xronologiyanın hündürlüyü
cursor-name = Zaman göstəricisi: { $date }
chronology-more =
    { $amount ->
       *[other] Burada daha { $number } hadisə var; yaxınlaşdırmaq üçün klikləyin
    }
map-events-here =
    { $amount ->
        [one] Bu zaman aralığında burada { $number } hadisə
       *[other] Bu zaman aralığında burada { $number } hadisə; siyahı üçün ikiqat klikləyin
    }
unit-kilometres = { $number } km
unit-metres = { $number } m

legend-happened = Baş vermiş
legend-planned = Planlaşdırılmış və ya əmr olunmuş
legend-covered = Keçilmiş yol
legend-ahead = Qalan yol
legend-ordered = Əmr olunmuş yol
legend-conjectural = Yol məlum deyil, düz xətlə çəkilib

## Reader

reader-where = Harada
reader-who = Kim
reader-from = Kimdən
reader-to = Kimə
reader-position = { $number } / { $total }
reader-nothing = Xronologiyada və ya xəritədə bir hadisə seçin, yaxud növbəti hadisə üçün N düyməsini basın. F1 bütün düymələri göstərir.
section-accounts = Kim deyir
section-relations = Əlaqəli hadisələr
section-events-here = Buradakı hadisələr
section-stops = Məntəqələr
place-no-events = Bu salnamədə buraya aid hadisə yoxdur
place-old-name = O vaxtkı adı: { $name }
place-precision = { $number } km dəqiqliklə
date-reason = Tarix: { $reason }
accounts-differ = Məlumatlar bir-birindən fərqlənir
differ-time = vaxtı barədə
differ-place = yeri barədə
differ-count = sayı barədə
account-inference = Çıxarılan nəticə: { $inference }
source-through = oxunduğu mənbə: { $source }
locator-page = səhifə { $number }
locator-paragraph = abzas { $number }
locator-footnote = səhifəaltı qeyd { $number }
status-actual = baş verib
status-planned = planlaşdırılıb

relation-fulfils-to = Yerinə yetirdiyi:
relation-fulfils-from = Yerinə yetirən:
relation-part-of-to = Hissəsi olduğu:
relation-part-of-from = Ehtiva etdiyi:
relation-answers-to = Cavab verdiyi:
relation-answers-from = Buna cavab:
relation-caused-by-to = Səbəbi:
relation-caused-by-from = Nəticəsi:
relation-contradicts-to = Zidd olduğu:
relation-contradicts-from = Buna zidd olan:

kind-movement = Hərəkət
kind-battle = Döyüş
kind-reconnaissance = Kəşfiyyat
kind-preparation = Hazırlıq
kind-order = Əmr
kind-ultimatum = Ultimatum
kind-note = Nota
kind-telegram = Teleqram
kind-letter = Məktub
kind-speech = Nitq
kind-decision = Qərar
kind-proclamation = Bəyannamə
kind-congress = Qurultay
kind-agreement = Saziş
kind-negotiation = Danışıqlar
kind-takeover = Ələ keçirmə
kind-uprising = Üsyan
kind-repression = Repressiya
kind-landing = Desant
kind-refugees = Qaçqınlar
kind-losses = İtkilər
kind-administration = İdarəetmə
kind-other = Digər

place-city = Böyük şəhər
place-town = Şəhər
place-village = Kənd
place-station = Dəmir yolu stansiyası
place-bridge = Körpü
place-quarter = Məhəllə
place-region = Bölgə
place-water = Çay, göl və ya dəniz
place-coast = Sahil
place-mountain = Dağlar

count-about = təxminən { $number }
count-soldiers = { $amount ->
   *[other] { $number } əsgər
}
count-cavalry = { $amount ->
   *[other] { $number } süvari
}
count-guns = { $amount ->
   *[other] { $number } top
}
count-machine-guns = { $amount ->
   *[other] { $number } pulemyot
}
count-rifles = { $amount ->
   *[other] { $number } tüfəng
}
count-armoured-trains = { $amount ->
   *[other] { $number } zirehli qatar
}
count-armoured-cars = { $amount ->
   *[other] { $number } zirehli avtomobil
}
count-aircraft = { $amount ->
   *[other] { $number } təyyarə
}
count-ships = { $amount ->
   *[other] { $number } gəmi
}
count-companies = { $amount ->
   *[other] { $number } bölük
}
count-regiments = { $amount ->
   *[other] { $number } alay
}
count-divisions = { $amount ->
   *[other] { $number } diviziya
}
count-prisoners = { $amount ->
   *[other] { $number } əsir
}
count-dead = { $amount ->
   *[other] { $number } nəfər ölüb
}
count-wounded = { $amount ->
   *[other] { $number } yaralı
}
count-arrested = { $amount ->
   *[other] { $number } nəfər həbs edilib
}
count-executed = { $amount ->
   *[other] { $number } nəfər edam edilib
}
count-refugees = { $amount ->
   *[other] { $number } qaçqın
}
count-members = { $amount ->
   *[other] { $number } üzv
}
count-villages = { $amount ->
   *[other] { $number } kənd
}
count-times = { $amount ->
   *[other] { $number } dəfə
}
count-minutes = { $amount ->
   *[other] { $number } dəqiqə
}
count-hours = { $amount ->
   *[other] { $number } saat
}
count-days = { $amount ->
   *[other] { $number } gün
}
count-months = { $amount ->
   *[other] { $number } ay
}
count-years = { $amount ->
   *[other] { $number } il
}
count-kilometres = { $number } km
count-officers = { $amount ->
   *[other] { $number } zabit
}
count-battalions = { $amount ->
   *[other] { $number } tabor
}
count-squadrons = { $amount ->
   *[other] { $number } süvari bölüyü
}
count-batteries = { $amount ->
   *[other] { $number } batareya
}
count-detachments = { $amount ->
   *[other] { $number } dəstə
}
count-swords = { $amount ->
   *[other] { $number } qılınc
}
count-bombs = { $amount ->
   *[other] { $number } bomba
}
count-rounds = { $amount ->
   *[other] { $number } patron və ya mərmi
}
count-horses = { $amount ->
   *[other] { $number } at
}
count-wagons = { $amount ->
   *[other] { $number } vaqon
}
count-locomotives = { $amount ->
   *[other] { $number } lokomotiv
}
count-barges = { $amount ->
   *[other] { $number } barja
}
count-factories = { $amount ->
   *[other] { $number } müəssisə
}
count-civilians = { $amount ->
   *[other] { $number } dinc sakin
}
count-inhabitants = { $amount ->
   *[other] { $number } sakin
}
count-houses = { $amount ->
   *[other] { $number } ev
}
count-missing = { $amount ->
   *[other] { $number } itkin
}
count-losses = { $amount ->
   *[other] { $number } itki
}
count-hostages = { $amount ->
   *[other] { $number } girov
}
count-seats = { $amount ->
   *[other] { $number } yer
}
count-votes = { $amount ->
   *[other] { $number } səs
}
count-telegrams = { $amount ->
   *[other] { $number } teleqram
}
count-points = { $amount ->
   *[other] { $number } bənd
}
count-weeks = { $amount ->
   *[other] { $number } həftə
}
count-square-kilometres = { $number } kv. km
count-poods = { $amount ->
   *[other] { $number } pud
}
count-tonnes = { $amount ->
   *[other] { $number } ton
}
count-roubles = { $amount ->
   *[other] { $number } rubl
}
count-percent = { $number } %

## Windows

close = Bağla
cancel = Ləğv et
help-title = Düymələr və əmrlər
help-mouse = Siçanın təkəri ilə göstəricinin olduğu yer yaxınlaşır və uzaqlaşır, sürüklədikdə görünüş sürüşür, klik seçir, ikiqat klik yaxından göstərir, o biri düymə isə başqa imkanlar təklif edir.
about-title = Bu salnamə haqqında
about-sources = Mənbələr və onların mövqeyi
problems-title = Fayllardakı problemlər
problems-intro = Burada adı çəkilən qeydlər ya kənarda qalıb, ya da natamamdır. Qalan hər şey göstərilir.
problems-none = Bu salnamənin fayllarında problem yoxdur
problems-copy = Siyahını kopyala
problems-count =
    { $amount ->
       *[other] { $number } problem
    }
scenes-title = Səhnələr
picture-title = Şəkil kimi yadda saxla
picture-size = Ölçü
picture-size-slide = Slayd, 1920 × 1080
picture-size-4k = 4K, 3840 × 2160
picture-size-school = Köhnə proyektor, 1024 × 768
picture-size-a4 = Çap üçün A4, 300 dpi
picture-size-square = Kvadrat, 1080 × 1080
picture-size-own = Başqa ölçü
picture-parts = Məzmun
picture-file = Fayl
picture-browse = Seç…
picture-pixels = { $width } × { $height } piksel
picture-save = Yadda saxla
picture-too-large = Bu ölçüdə şəkil çəkmək mümkün deyil
picture-sources = Mənbələr: { $sources }
picture-more-sources = { $amount ->
   *[other] və bunlarda istinad edilən daha { $number } əsər
}
empty-title = Hələ göstəriləcək bir şey yoxdur
empty-text = Bu salnamədə hadisə yoxdur. Başqa bir qovluq açın və ya qovluğu pəncərənin üzərinə sürükləyin.
empty-text-problems = Bu salnamənin fayllarından istifadə etmək mümkün olmadı. Nəyi düzəltmək lazım olduğu problemlər siyahısında yazılıb; daxili salnamə isə həmişə işləyir.
status-copied = Kopyalandı
status-no-folder = Qovluq seçilmədi; qovluğu pəncərənin üzərinə də sürükləmək olar
status-saved = Yadda saxlandı: { $path }
status-still-busy = Bu iş hələ davam edir
busy-open = Açılır…
busy-dialog = Fayl pəncərəsi gözlənilir…
busy-picture = Şəkil hazırlanır…

## Dates

month-1 = yanvar
month-2 = fevral
month-3 = mart
month-4 = aprel
month-5 = may
month-6 = iyun
month-7 = iyul
month-8 = avqust
month-9 = sentyabr
month-10 = oktyabr
month-11 = noyabr
month-12 = dekabr
month-in-date-1 = yanvar
month-in-date-2 = fevral
month-in-date-3 = mart
month-in-date-4 = aprel
month-in-date-5 = may
month-in-date-6 = iyun
month-in-date-7 = iyul
month-in-date-8 = avqust
month-in-date-9 = sentyabr
month-in-date-10 = oktyabr
month-in-date-11 = noyabr
month-in-date-12 = dekabr
month-short-1 = yan
month-short-2 = fev
month-short-3 = mar
month-short-4 = apr
month-short-5 = may
month-short-6 = iyn
month-short-7 = iyl
month-short-8 = avq
month-short-9 = sen
month-short-10 = okt
month-short-11 = noy
month-short-12 = dek
weekday-1 = bazar ertəsi
weekday-2 = çərşənbə axşamı
weekday-3 = çərşənbə
weekday-4 = cümə axşamı
weekday-5 = cümə
weekday-6 = şənbə
weekday-7 = bazar
season-1 = yaz
season-2 = yay
season-3 = payız
season-4 = qış
ordinal-1 = 1-ci
ordinal-2 = 2-ci
ordinal-3 = 3-cü
ordinal-4 = 4-cü
ordinal-5 = 5-ci
ordinal-6 = 6-cı
ordinal-7 = 7-ci
ordinal-8 = 8-ci
ordinal-9 = 9-cu
ordinal-10 = 10-cu
ordinal-11 = 11-ci
ordinal-12 = 12-ci
ordinal-13 = 13-cü
ordinal-14 = 14-cü
ordinal-15 = 15-ci
ordinal-16 = 16-cı
ordinal-17 = 17-ci
ordinal-18 = 18-ci
ordinal-19 = 19-cu
ordinal-20 = 20-ci
ordinal-21 = 21-ci
ordinal-22 = 22-ci
ordinal-23 = 23-cü
ordinal-24 = 24-cü
ordinal-25 = 25-ci
ordinal-26 = 26-cı
ordinal-27 = 27-ci
ordinal-28 = 28-ci
ordinal-29 = 29-cu
ordinal-30 = 30-cu
date-day = { $day } { $month } { $year }
date-day-no-year = { $day } { $month }
date-month = { $month } { $year }
date-season = { $season } { $year }
date-year = { $year }
date-decade = { $year } onilliyi
date-century = { $ordinal } əsr
date-millennium = { $ordinal } minillik
date-bce = e.ə. { $year }
date-ce = b.e. { $year }
date-clock = { $hour }:{ $minute }
date-time = { $date }, { $time }
date-hour = { $date }, { $hour }:00–{ $hour }:59
date-range = { $from } – { $to }
date-range-in-month = { $from }–{ $to } { $month } { $year }
date-range-in-year = { $from } – { $to } { $year }
date-range-of-months = { $from }–{ $to } { $year }
date-range-of-years = { $from }–{ $to }
date-range-in-day = { $date }, { $from }–{ $to }
date-between = { $from } ilə { $to } arasında
date-open-start = { $to } tarixinə qədər
date-open-end = { $from } tarixindən etibarən
date-unknown-start = { $to } tarixinə qədər, başlanğıcı məlum deyil
date-unknown-end = { $from } tarixindən etibarən, sonu məlum deyil
date-or-earlier = { $date } və ya daha əvvəl
date-or-later = { $date } və ya daha sonra
date-approximate = təxminən { $date }
date-uncertain = { $date } (?)
date-old-style = { $new } (köhnə üslubla { $old })
date-old-style-in-year = { $new } (köhnə üslubla { $old }) { $year }
date-list = { $list }, { $last }
date-all-of = { $list } və { $last }
date-one-of = { $list } və ya { $last }
date-day-of-unknown-month = gün { $day } (ayı məlum deyil), { $year }
date-unknown-digit = ?
date-unknown = tarixi məlum deyil
tick-day = { $day } { $month }
tick-day-year = { $day } { $month } { $year }
tick-month-year = { $month } { $year }
