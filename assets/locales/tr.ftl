# Turkish. Sentence case, short; no full stop on single sentences.

## Menus and commands

menu-file = Dosya
menu-go = Git
menu-view = Görünüm
menu-time = Zaman
menu-help = Yardım
menu-lanes = Şeritlere ayırma

command-open = Kronik klasörü aç…
command-open-built-in = Yerleşik kroniği aç
command-reload = Dosyaları yeniden oku
command-save-picture = Resim olarak kaydet…
command-copy-citation = Olayı kaynaklarıyla kopyala
command-quit = Çıkış
command-previous-event = Önceki olay
command-next-event = Sonraki olay
command-first-event = İlk olay
command-last-event = Son olay
command-scenes = Sahneler…
command-look-at-selection = Seçileni yakından göster
command-fit-all = Tümünü göster
command-reset-view = Açılış görünümüne dön
command-deselect = Seçimi kaldır veya üstteki pencereyi kapat
command-undo = Son adımı geri al
command-redo = Adımı yinele
command-both-panes = Harita ve kronoloji
command-map-only = Yalnız harita
command-timeline-only = Yalnız kronoloji
command-reader = Okuma paneli
command-fold-reader = Okuma panelini gizle
command-place-names = Yer adları
command-actual-tracks = Gerçekleşen güzergâhlar
command-planned-tracks = Emredilen güzergâhlar
command-old-style = Tarihler her iki takvimde
command-next-grouping = Sonraki şerit düzeni
command-map-in = Haritayı yakınlaştır
command-map-out = Haritayı uzaklaştır
command-map-west = Haritada batıya
command-map-east = Haritada doğuya
command-map-north = Haritada kuzeye
command-map-south = Haritada güneye
command-theme-light = Açık renkler
command-theme-dark = Koyu renkler
command-theme-print = Baskı renkleri
language-az = Azərbaycanca
language-en = English
language-ru = Русский
language-tr = Türkçe
command-play = Oynat
command-pause = Duraklat
command-slower = Yavaşlat
command-faster = Hızlandır
command-time-in = Zamanı yakınlaştır
command-time-out = Zamanı uzaklaştır
command-time-back = Daha önceye
command-time-forward = Daha sonraya
command-help = Tuşlar ve komutlar
command-about = Bu kronik hakkında
command-problems = Dosyalardaki sorunlar
command-go-there = Oraya git
command-look-at-it = Yakından bak

grouping-side = Taraflara göre
grouping-kind = Türlere göre
grouping-source = Kaynaklara göre
grouping-none = Ayırmadan

speed-name = Bir saniyede ne kadar zaman geçer
speed-ten-minutes = Saniyede 10 dakika
speed-hour = Saniyede 1 saat
speed-three-hours = Saniyede 3 saat
speed-half-day = Saniyede 12 saat
speed-day = Saniyede 1 gün
speed-week = Saniyede 1 hafta
speed-month = Saniyede 1 ay
speed-year = Saniyede 1 yıl
speed-decade = Saniyede 10 yıl

## Panes

map-name = Harita
chronology-name = Kronoloji
language-name = Dil
theme-name = Renkler
lane-events = Olaylar
lane-rest = Diğerleri
splitter-reader = Okuma panelinin genişliği
splitter-timeline = Kronolojinin yüksekliği
cursor-name = Zaman imleci: { $date }
chronology-more =
    { $amount ->
       *[other] Burada { $number } olay daha var; yakınlaştırmak için tıklayın
    }
map-events-here =
    { $amount ->
        [one] Bu zaman aralığında burada { $number } olay
       *[other] Bu zaman aralığında burada { $number } olay; liste için çift tıklayın
    }
unit-kilometres = { $number } km
unit-metres = { $number } m

legend-happened = Gerçekleşen
legend-planned = Planlanan veya emredilen
legend-covered = Alınan yol
legend-ahead = Kalan yol
legend-ordered = Emredilen yol
legend-conjectural = Yol bilinmiyor, düz çizildi

## Reader

reader-where = Nerede
reader-who = Kim
reader-from = Gönderen
reader-to = Alıcı
reader-position = { $number } / { $total }
reader-nothing = Kronolojide veya haritada bir olay seçin ya da sonraki olay için N tuşuna basın. F1 bütün tuşları gösterir.
section-accounts = Kim söylüyor
section-relations = Bağlantılı olaylar
section-events-here = Buradaki olaylar
section-stops = Uğrak noktaları
place-no-events = Bu kronikte burada geçen olay yok
place-old-name = O zamanki adı: { $name }
place-precision = { $number } km hata payıyla
date-reason = Tarih: { $reason }
accounts-differ = Anlatımlar birbirinden farklı
differ-time = zamanı konusunda
differ-place = yeri konusunda
differ-count = sayısı konusunda
account-inference = Çıkarım: { $inference }
source-through = okunduğu kaynak: { $source }
locator-page = sayfa { $number }
locator-paragraph = paragraf { $number }
locator-footnote = dipnot { $number }
status-actual = gerçekleşti
status-planned = planlandı

relation-fulfils-to = Yerine getirdiği:
relation-fulfils-from = Yerine getiren:
relation-part-of-to = Parçası olduğu:
relation-part-of-from = İçerdiği:
relation-answers-to = Yanıtladığı:
relation-answers-from = Buna yanıt:
relation-caused-by-to = Nedeni:
relation-caused-by-from = Sonucu:
relation-contradicts-to = Çeliştiği:
relation-contradicts-from = Bununla çelişen:

kind-movement = Hareket
kind-battle = Çarpışma
kind-reconnaissance = Keşif
kind-preparation = Hazırlık
kind-order = Emir
kind-ultimatum = Ültimatom
kind-note = Nota
kind-telegram = Telgraf
kind-letter = Mektup
kind-speech = Konuşma
kind-decision = Karar
kind-proclamation = Bildiri
kind-congress = Kongre
kind-agreement = Anlaşma
kind-negotiation = Görüşmeler
kind-takeover = Ele geçirme
kind-uprising = Ayaklanma
kind-repression = Baskı
kind-landing = Çıkarma
kind-refugees = Mülteciler
kind-losses = Kayıplar
kind-administration = Yönetim
kind-other = Diğer

place-city = Büyük şehir
place-town = Şehir
place-village = Köy
place-station = Tren istasyonu
place-bridge = Köprü
place-quarter = Semt
place-region = Bölge
place-water = Akarsu, göl veya deniz
place-coast = Kıyı
place-mountain = Dağlar

count-about = yaklaşık { $number }
count-soldiers = { $amount ->
   *[other] { $number } asker
}
count-cavalry = { $amount ->
   *[other] { $number } süvari
}
count-guns = { $amount ->
   *[other] { $number } top
}
count-machine-guns = { $amount ->
   *[other] { $number } makineli tüfek
}
count-rifles = { $amount ->
   *[other] { $number } tüfek
}
count-armoured-trains = { $amount ->
   *[other] { $number } zırhlı tren
}
count-armoured-cars = { $amount ->
   *[other] { $number } zırhlı otomobil
}
count-aircraft = { $amount ->
   *[other] { $number } uçak
}
count-ships = { $amount ->
   *[other] { $number } gemi
}
count-companies = { $amount ->
   *[other] { $number } bölük
}
count-regiments = { $amount ->
   *[other] { $number } alay
}
count-divisions = { $amount ->
   *[other] { $number } tümen
}
count-prisoners = { $amount ->
   *[other] { $number } esir
}
count-dead = { $amount ->
   *[other] { $number } ölü
}
count-wounded = { $amount ->
   *[other] { $number } yaralı
}
count-arrested = { $amount ->
   *[other] { $number } tutuklama
}
count-executed = { $amount ->
   *[other] { $number } idam
}
count-refugees = { $amount ->
   *[other] { $number } mülteci
}
count-members = { $amount ->
   *[other] { $number } üye
}
count-villages = { $amount ->
   *[other] { $number } köy
}
count-times = { $amount ->
   *[other] { $number } kez
}
count-minutes = { $amount ->
   *[other] { $number } dakika
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
   *[other] { $number } yıl
}
count-kilometres = { $number } km
count-officers = { $amount ->
   *[other] { $number } subay
}
count-battalions = { $amount ->
   *[other] { $number } tabur
}
count-squadrons = { $amount ->
   *[other] { $number } süvari bölüğü
}
count-batteries = { $amount ->
   *[other] { $number } batarya
}
count-detachments = { $amount ->
   *[other] { $number } müfreze
}
count-swords = { $amount ->
   *[other] { $number } kılıç
}
count-bombs = { $amount ->
   *[other] { $number } bomba
}
count-rounds = { $amount ->
   *[other] { $number } mermi
}
count-horses = { $amount ->
   *[other] { $number } at
}
count-wagons = { $amount ->
   *[other] { $number } vagon
}
count-locomotives = { $amount ->
   *[other] { $number } lokomotif
}
count-barges = { $amount ->
   *[other] { $number } mavna
}
count-factories = { $amount ->
   *[other] { $number } fabrika
}
count-civilians = { $amount ->
   *[other] { $number } sivil
}
count-inhabitants = { $amount ->
   *[other] { $number } nüfus
}
count-houses = { $amount ->
   *[other] { $number } ev
}
count-missing = { $amount ->
   *[other] { $number } kayıp
}
count-losses = { $amount ->
   *[other] { $number } zayiat
}
count-hostages = { $amount ->
   *[other] { $number } rehine
}
count-seats = { $amount ->
   *[other] { $number } sandalye
}
count-votes = { $amount ->
   *[other] { $number } oy
}
count-telegrams = { $amount ->
   *[other] { $number } telgraf
}
count-points = { $amount ->
   *[other] { $number } madde
}
count-weeks = { $amount ->
   *[other] { $number } hafta
}
count-square-kilometres = { $number } km kare
count-poods = { $amount ->
   *[other] { $number } pud
}
count-tonnes = { $amount ->
   *[other] { $number } ton
}
count-roubles = { $amount ->
   *[other] { $number } ruble
}
count-percent = %{ $number }

## Windows

close = Kapat
cancel = İptal
help-title = Tuşlar ve komutlar
help-mouse = Fare tekerleği imlecin bulunduğu yeri yakınlaştırıp uzaklaştırır, sürüklemek görünümü kaydırır, tıklamak seçer, çift tıklamak yakından gösterir, öbür düğme başka seçenekler sunar.
about-title = Bu kronik hakkında
about-sources = Kaynaklar ve bakış açıları
problems-title = Dosyalardaki sorunlar
problems-intro = Burada adı geçen kayıtlar ya dışarıda bırakıldı ya da eksik. Geri kalan her şey gösteriliyor.
problems-none = Bu kroniğin dosyalarında sorun yok
problems-copy = Listeyi kopyala
problems-count =
    { $amount ->
       *[other] { $number } sorun
    }
scenes-title = Sahneler
picture-title = Resim olarak kaydet
picture-size = Boyut
picture-size-slide = Slayt, 1920 × 1080
picture-size-4k = 4K, 3840 × 2160
picture-size-school = Eski projektör, 1024 × 768
picture-size-a4 = Baskı için A4, 300 dpi
picture-size-square = Kare, 1080 × 1080
picture-size-own = Başka bir boyut
picture-parts = İçerik
picture-file = Dosya
picture-browse = Seç…
picture-pixels = { $width } × { $height } piksel
picture-save = Kaydet
picture-too-large = Bu boyutta bir resim çizilemiyor
picture-sources = Kaynaklar: { $sources }
picture-more-sources = { $amount ->
   *[other] ve bunlarda anılan { $number } yapıt daha
}
empty-title = Henüz gösterilecek bir şey yok
empty-text = Bu kronikte olay yok. Başka bir klasör açın veya bir klasörü pencerenin üzerine sürükleyin.
empty-text-problems = Bu kroniğin dosyaları kullanılamadı. Neyin düzeltilmesi gerektiği sorunlar listesinde yazıyor; yerleşik kronik her zaman çalışır.
status-copied = Kopyalandı
status-no-folder = Klasör seçilmedi; klasör pencereye sürüklenip bırakılabilir
status-saved = Kaydedildi: { $path }
status-still-busy = Bu iş hâlâ sürüyor
busy-open = Açılıyor…
busy-dialog = Dosya penceresi bekleniyor…
busy-picture = Resim hazırlanıyor…

## Dates

month-1 = Ocak
month-2 = Şubat
month-3 = Mart
month-4 = Nisan
month-5 = Mayıs
month-6 = Haziran
month-7 = Temmuz
month-8 = Ağustos
month-9 = Eylül
month-10 = Ekim
month-11 = Kasım
month-12 = Aralık
month-in-date-1 = Ocak
month-in-date-2 = Şubat
month-in-date-3 = Mart
month-in-date-4 = Nisan
month-in-date-5 = Mayıs
month-in-date-6 = Haziran
month-in-date-7 = Temmuz
month-in-date-8 = Ağustos
month-in-date-9 = Eylül
month-in-date-10 = Ekim
month-in-date-11 = Kasım
month-in-date-12 = Aralık
month-short-1 = Oca
month-short-2 = Şub
month-short-3 = Mar
month-short-4 = Nis
month-short-5 = May
month-short-6 = Haz
month-short-7 = Tem
month-short-8 = Ağu
month-short-9 = Eyl
month-short-10 = Eki
month-short-11 = Kas
month-short-12 = Ara
weekday-1 = Pazartesi
weekday-2 = Salı
weekday-3 = Çarşamba
weekday-4 = Perşembe
weekday-5 = Cuma
weekday-6 = Cumartesi
weekday-7 = Pazar
season-1 = ilkbahar
season-2 = yaz
season-3 = sonbahar
season-4 = kış
ordinal-1 = 1.
ordinal-2 = 2.
ordinal-3 = 3.
ordinal-4 = 4.
ordinal-5 = 5.
ordinal-6 = 6.
ordinal-7 = 7.
ordinal-8 = 8.
ordinal-9 = 9.
ordinal-10 = 10.
ordinal-11 = 11.
ordinal-12 = 12.
ordinal-13 = 13.
ordinal-14 = 14.
ordinal-15 = 15.
ordinal-16 = 16.
ordinal-17 = 17.
ordinal-18 = 18.
ordinal-19 = 19.
ordinal-20 = 20.
ordinal-21 = 21.
ordinal-22 = 22.
ordinal-23 = 23.
ordinal-24 = 24.
ordinal-25 = 25.
ordinal-26 = 26.
ordinal-27 = 27.
ordinal-28 = 28.
ordinal-29 = 29.
ordinal-30 = 30.
date-day = { $day } { $month } { $year }
date-day-no-year = { $day } { $month }
date-month = { $month } { $year }
date-season = { $season } { $year }
date-year = { $year }
date-decade = { $year } onyılı
date-century = { $ordinal } yüzyıl
date-millennium = { $ordinal } binyıl
date-bce = MÖ { $year }
date-ce = MS { $year }
date-clock = { $hour }:{ $minute }
date-time = { $date }, { $time }
date-hour = { $date }, { $hour }:00–{ $hour }:59
date-range = { $from } – { $to }
date-range-in-month = { $from }–{ $to } { $month } { $year }
date-range-in-year = { $from } – { $to } { $year }
date-range-of-months = { $from }–{ $to } { $year }
date-range-of-years = { $from }–{ $to }
date-range-in-day = { $date }, { $from }–{ $to }
date-between = { $from } ile { $to } arasında
date-open-start = { $to } tarihine kadar
date-open-end = { $from } tarihinden itibaren
date-unknown-start = { $to } tarihine kadar, başlangıcı bilinmiyor
date-unknown-end = { $from } tarihinden itibaren, sonu bilinmiyor
date-or-earlier = { $date } veya daha önce
date-or-later = { $date } veya daha sonra
date-approximate = yaklaşık { $date }
date-uncertain = { $date } (?)
date-old-style = { $new } (eski takvimle { $old })
date-old-style-in-year = { $new } (eski takvimle { $old }) { $year }
date-list = { $list }, { $last }
date-all-of = { $list } ve { $last }
date-one-of = { $list } veya { $last }
date-day-of-unknown-month = gün { $day } (ayı bilinmiyor), { $year }
date-unknown-digit = ?
date-unknown = tarihi bilinmiyor
tick-day = { $day } { $month }
tick-day-year = { $day } { $month } { $year }
tick-month-year = { $month } { $year }
