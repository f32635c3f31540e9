<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="az" sourcelanguage="en">
<context>
    <name>AboutPage</name>
    <message>
        <source>Build</source>
        <translation>Yığım</translation>
    </message>
    <message>
        <source>System</source>
        <translation>Sistem</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Köçürüldü.</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Bu proqram haqqında</translation>
    </message>
    <message>
        <source>Two laptops that show the same build run the same program.</source>
        <translation>Eyni yığımı göstərən iki kompüterdə eyni proqram işləyir.</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Köçür</translation>
    </message>
    <message>
        <source>What went wrong so far</source>
        <translation>İndiyədək baş vermiş nasazlıqlar</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Lisenziyalar</translation>
    </message>
    <message>
        <source>Back to the work</source>
        <translation>İşə qayıt</translation>
    </message>
</context>
<context>
    <name>AloudLink</name>
    <message>
        <source>Read the ballots aloud instead</source>
        <translation>Bülletenləri ucadan oxuyaraq saymaq</translation>
    </message>
    <message>
        <source>Read on aloud: {count} so far</source>
        <translation>Ucadan oxumağa davam: hələlik {count}</translation>
    </message>
</context>
<context>
    <name>Asides</name>
    <message>
        <source>Count a list page by page</source>
        <translation>Siyahını səhifə-səhifə sayın</translation>
    </message>
    <message>
        <source>Reports of the day: how many have voted so far</source>
        <translation>Gündəlik məlumat: indiyədək neçə nəfər səs verib</translation>
    </message>
    <message>
        <source>Doubtful ballots</source>
        <translation>Şübhəli bülletenlər</translation>
    </message>
</context>
<context>
    <name>AttendancePage</name>
    <message>
        <source>absent</source>
        <translation>yoxdur</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>İştirak</translation>
    </message>
    <message>
        <source>Mark who is present, then choose who sits at the laptop.</source>
        <translation>Kimin burada olduğunu qeyd edin, sonra kompüter arxasında kimin oturduğunu seçin.</translation>
    </message>
    <message>
        <source>Who is present</source>
        <translation>Kim buradadır</translation>
    </message>
    <message>
        <source>Who sits at the laptop</source>
        <translation>Kompüter arxasında kim oturur</translation>
    </message>
    <message>
        <source>Present: {count} of {of}</source>
        <translation>Burada: {count} / {of}</translation>
    </message>
    <message>
        <source>{name}, {office}: present</source>
        <translation>{name}, {office}: buradadır</translation>
    </message>
    <message>
        <source>{name}, {office}: absent</source>
        <translation>{name}, {office}: yoxdur</translation>
    </message>
    <message>
        <source>{name}: sits at the laptop</source>
        <translation>{name}: kompüter arxasında oturur</translation>
    </message>
</context>
<context>
    <name>BackupPage</name>
    <message>
        <source>Last snapshot</source>
        <translation>Sonuncu ehtiyat surət</translation>
    </message>
    <message>
        <source>Journal head</source>
        <translation>Jurnalın son izi</translation>
    </message>
    <message>
        <source>SHA-256 of the file</source>
        <translation>Faylın SHA-256-sı</translation>
    </message>
    <message>
        <source>A snapshot to the stick</source>
        <translation>Daşıyıcıya ehtiyat surət</translation>
    </message>
    <message>
        <source>Another laptop goes on from it. Nothing here waits for the stick.</source>
        <translation>Başqa noutbuk ondan davam edə bilər. Burada heç nə daşıyıcını gözləmir.</translation>
    </message>
    <message>
        <source>Folder of the stick</source>
        <translation>Daşıyıcının qovluğu</translation>
    </message>
    <message>
        <source>Back to the count</source>
        <translation>Saymağa qayıt</translation>
    </message>
    <message>
        <source>Back up now</source>
        <translation>İndi surət çıxar</translation>
    </message>
</context>
<context>
    <name>BookletSheet</name>
    <message>
        <source>does not match: look at the booklet</source>
        <translation>uyğun gəlmir: blanka baxın</translation>
    </message>
</context>
<context>
    <name>ByPagePage</name>
    <message>
        <source>Subtotal of this list: {sum} ({words})</source>
        <translation>Bu siyahının aralıq cəmi: {sum} ({words})</translation>
    </message>
    <message>
        <source>Count a list page by page</source>
        <translation>Siyahını səhifə-səhifə sayın</translation>
    </message>
    <message>
        <source>Write what each page has. Continue puts the sum onto the sheet; nothing else is compared here.</source>
        <translation>Hər səhifədə neçə olduğunu yazın. “Davam” cəmi vərəqə köçürür; burada başqa heç nə müqayisə edilmir.</translation>
    </message>
    <message>
        <source>Which list is counted</source>
        <translation>Hansı siyahı sayılır</translation>
    </message>
    <message>
        <source>Pages: {pages}</source>
        <translation>Səhifə: {pages}</translation>
    </message>
</context>
<context>
    <name>Chapter</name>
    <message>
        <source>Package</source>
        <translation>Seçki paketi</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>İştirak</translation>
    </message>
    <message>
        <source>Close of voting</source>
        <translation>Səsvermənin sonu</translation>
    </message>
    <message>
        <source>Before opening</source>
        <translation>Açılmazdan əvvəl</translation>
    </message>
    <message>
        <source>Slip for all present</source>
        <translation>Hamı üçün çıxarış</translation>
    </message>
    <message>
        <source>Mobile box</source>
        <translation>Daşınan qutu</translation>
    </message>
    <message>
        <source>Stationary boxes</source>
        <translation>Daşınmaz qutular</translation>
    </message>
    <message>
        <source>Sort and count</source>
        <translation>Ayırma və sayma</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Qeydlər</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Qaralama</translation>
    </message>
    <message>
        <source>Booklet</source>
        <translation>Blank</translation>
    </message>
    <message>
        <source>Sign</source>
        <translation>İmza</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Surətlər</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Təhvil</translation>
    </message>
</context>
<context>
    <name>ClockPage</name>
    <message>
        <source>The laptop shows {time}</source>
        <translation>Kompüter {time} göstərir</translation>
    </message>
    <message>
        <source>Choose the member who confirms the clock.</source>
        <translation>Saatı təsdiq edən üzvü seçin.</translation>
    </message>
    <message>
        <source>{name} and another member compare it with a watch; then the other confirms.</source>
        <translation>{name} və başqa bir üzv onu qol saatı ilə tutuşdurur; sonra digəri təsdiq edir.</translation>
    </message>
    <message>
        <source>The laptop’s clock</source>
        <translation>Kompüterin saatı</translation>
    </message>
    <message>
        <source>Who confirms it too</source>
        <translation>Kim də təsdiq edir</translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation>Öz PIN-iniz</translation>
    </message>
    <message>
        <source>Confirm the clock</source>
        <translation>Saatı təsdiq et</translation>
    </message>
</context>
<context>
    <name>CloseVotingPage</name>
    <message>
        <source>write the time as four digits, as in 1900</source>
        <translation>vaxtı dörd rəqəmlə yazın, məsələn 1900</translation>
    </message>
    <message>
        <source>The chair announces the close; who is in the station still votes. Voting ends here at {hour}.</source>
        <translation>Sədr səsvermənin bitdiyini elan edir, məntəqədə olanlar isə hələ səs verir. Burada səsvermənin sonu: saat {hour}.</translation>
    </message>
    <message>
        <source>Close of voting</source>
        <translation>Səsvermənin bitməsi</translation>
    </message>
    <message>
        <source>Close announced at (time)</source>
        <translation>Bitdiyi elan edilib (saat)</translation>
    </message>
    <message>
        <source>Last vote cast at (time)</source>
        <translation>Sonuncu səs verilib (saat)</translation>
    </message>
    <message>
        <source>Voting ended early: who decided it, and why</source>
        <translation>Səsvermə vaxtından əvvəl bitib: kim qərar verib və niyə</translation>
    </message>
</context>
<context>
    <name>CopiesPage</name>
    <message>
        <source>Save copy {number}</source>
        <translation>{number} nömrəli surəti saxla</translation>
    </message>
    <message>
        <source>Print copy {number}</source>
        <translation>{number} nömrəli surəti çap et</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Çap et</translation>
    </message>
    <message>
        <source>Show copy {number}</source>
        <translation>{number}-ci surəti göstər</translation>
    </message>
    <message>
        <source>Copy {number}, {time}</source>
        <translation>Surət {number}, {time}</translation>
    </message>
    <message>
        <source>File with the codes</source>
        <translation>Kodlar faylı</translation>
    </message>
    <message>
        <source>Save one copy at least: so far the protocol is on this laptop alone.</source>
        <translation>Heç olmasa bir surəti saxlayın: protokol hələlik yalnız bu kompüterdədir.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Surətlər</translation>
    </message>
    <message>
        <source>Save and print as many copies as are asked for: each one has its number.</source>
        <translation>İstənilən qədər surət saxlayın və çap edin: hər birinin öz nömrəsi var.</translation>
    </message>
    <message>
        <source>Who receives the next copy (name, organisation)</source>
        <translation>Növbəti surəti kim alır (ad, təşkilat)</translation>
    </message>
    <message>
        <source>Open in a viewer</source>
        <translation>Baxış proqramında aç</translation>
    </message>
    <message>
        <source>Write on each copy by hand: “{words}”. Add number, date, signature and stamp.</source>
        <translation>Hər surətin üzərində əllə yazın: “{words}”. Nömrəni, tarixi, imzanı və möhürü əlavə edin.</translation>
    </message>
    <message>
        <source>Copies: {count}</source>
        <translation>Surətlər: {count}</translation>
    </message>
    <message>
        <source>Sent to {printer}.</source>
        <translation>{printer} printerinə göndərildi.</translation>
    </message>
    <message>
        <source>The printer did not take it. Open the saved copy in a viewer instead.</source>
        <translation>Printer bunu qəbul etmədi. Saxlanmış surəti baxış proqramında açın.</translation>
    </message>
    <message>
        <source>No viewer opened. The copy lies in the folder named below.</source>
        <translation>Heç bir baxış proqramı açılmadı. Surət aşağıda göstərilən qovluqdadır.</translation>
    </message>
    <message>
        <source>Copy {number}, as it is saved and printed</source>
        <translation>Surət {number}, saxlanıldığı və çap olunduğu kimi</translation>
    </message>
</context>
<context>
    <name>DestroyPage</name>
    <message>
        <source>Keys after the night</source>
        <translation>Gecədən sonra açarlar</translation>
    </message>
    <message>
        <source>The sticks can be taken out. Keep a key apart from the letter.</source>
        <translation>Daşıyıcıları çıxarmaq olar. Açarı məktubdan ayrı saxlayın.</translation>
    </message>
    <message>
        <source>Leave the sticks in. A key that is gone cannot be stolen.</source>
        <translation>Daşıyıcıları çıxarmayın. Silinmiş açarı oğurlamaq olmaz.</translation>
    </message>
    <message>
        <source>Mark who keeps the key until {until}, in case a replacement is ordered</source>
        <translation>Əvəzedici protokol tələb olunarsa, açarı {until} tarixinədək kimin saxladığını qeyd edin</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Pəncərəni bağla</translation>
    </message>
    <message>
        <source>Destroy the other keys</source>
        <translation>Qalan açarları məhv et</translation>
    </message>
    <message>
        <source>keeps the key</source>
        <translation>açarı saxlayır</translation>
    </message>
    <message>
        <source>key destroyed</source>
        <translation>açar məhv edilib</translation>
    </message>
    <message>
        <source>no stick was here</source>
        <translation>daşıyıcı burada olmayıb</translation>
    </message>
    <message>
        <source>{count} keys were destroyed. The night is over and everything is saved.</source>
        <translation>Məhv edilən açarlar: {count}. Gecə bitib və hər şey saxlanılıb.</translation>
    </message>
</context>
<context>
    <name>DoubtfulPage</name>
    <message>
        <source>Invalid ballot</source>
        <translation>Etibarsız bülleten</translation>
    </message>
    <message>
        <source>Doubtful ballots</source>
        <translation>Şübhəli bülletenlər</translation>
    </message>
    <message>
        <source>Vote on each ballot, then lay it on the pile it was decided for: it is counted there. The decisions print on the protocol.</source>
        <translation>Hər bülleten üzrə səs verin, sonra onu qərara uyğun dəstə qoyun: o, orada sayılır. Qərarlar protokolda çap olunur.</translation>
    </message>
    <message>
        <source>Number of the doubtful ballot</source>
        <translation>Şübhəli bülletenin nömrəsi</translation>
    </message>
    <message>
        <source>What is seen on it</source>
        <translation>Onda nə görünür</translation>
    </message>
    <message>
        <source>Members for the decision</source>
        <translation>Qərarın lehinə üzvlər</translation>
    </message>
    <message>
        <source>Members against it</source>
        <translation>Əleyhinə üzvlər</translation>
    </message>
    <message>
        <source>The decision: valid for</source>
        <translation>Qərar: kimin üçün etibarlıdır</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Yazıya al</translation>
    </message>
    <message>
        <source>Decided: {count}</source>
        <translation>Qərar verilib: {count}</translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation>yalnız 0-dan 9-a qədər rəqəmlərlə yazın</translation>
    </message>
    <message>
        <source>Choose whom the ballot counts for, or “Invalid ballot”.</source>
        <translation>Bülletenin kimin üçün sayıldığını və ya “Etibarsız bülleten”i seçin.</translation>
    </message>
</context>
<context>
    <name>DraftCode</name>
    <message>
        <source>Draft code, {part} of {count}</source>
        <translation>Qaralamanın kodu, {part}/{count}</translation>
    </message>
    <message>
        <source>Print the draft</source>
        <translation>Qaralamanı çap et</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>Qaralamanı saxla</translation>
    </message>
    <message>
        <source>Sent to {printer}.</source>
        <translation>{printer} printerinə göndərilib.</translation>
    </message>
    <message>
        <source>The printer did not take it. Save the draft instead.</source>
        <translation>Printer qəbul etmədi. Bunun əvəzinə qaralamanı saxlayın.</translation>
    </message>
    <message>
        <source>Saved: {path}</source>
        <translation>Saxlanılıb: {path}</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>Draft</source>
        <translation>Qaralama</translation>
    </message>
    <message>
        <source>Read it aloud together. Keys: arrows move, + and - enlarge, 0 fits.</source>
        <translation>Birlikdə ucadan oxuyun. Düymələr: oxlar sürüşdürür, + və - ölçünü dəyişir, 0 sığışdırır.</translation>
    </message>
    <message>
        <source>Draft of the protocol</source>
        <translation>Protokolun qaralaması</translation>
    </message>
</context>
<context>
    <name>EnrolPage</name>
    <message>
        <source>Chair or deputy: make a seal key too</source>
        <translation>Sədr və ya sədr müavini: möhür açarı da yarat</translation>
    </message>
    <message>
        <source>The key is made. Hand in {path}; keep the stick, and show the other files to nobody.</source>
        <translation>Açar yaradılıb. {path} faylını təhvil verin; daşıyıcını saxlayın və qalan faylları heç kimə göstərməyin.</translation>
    </message>
    <message>
        <source>Make your own key</source>
        <translation>Öz açarınızı yaradın</translation>
    </message>
    <message>
        <source>Nobody else can make it for you, and nobody else learns the PIN.</source>
        <translation>Onu sizin əvəzinizə heç kim yarada bilməz və PIN-i sizdən başqa heç kim bilmir.</translation>
    </message>
    <message>
        <source>Folder of your stick</source>
        <translation>Daşıyıcınızın qovluğu</translation>
    </message>
    <message>
        <source>Constituency and station, as 012-03</source>
        <translation>Dairə və məntəqə, məsələn 012-03</translation>
    </message>
    <message>
        <source>First and last name, as on the roster</source>
        <translation>Ad və soyad, siyahıdakı kimi</translation>
    </message>
    <message>
        <source>PIN, eight digits or more</source>
        <translation>PIN, ən azı səkkiz rəqəm</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>Həmin PIN bir daha</translation>
    </message>
    <message>
        <source>Seal key</source>
        <translation>Möhür açarı</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Açarı yarat</translation>
    </message>
</context>
<context>
    <name>EntryPage</name>
    <message>
        <source>Left: {left} of {of}</source>
        <translation>Qalıb: {left} / {of}</translation>
    </message>
    <message>
        <source>This sheet is finished. Its figures stay covered for the second entry.</source>
        <translation>Bu vərəq bitib. Təkrar daxiletmə üçün rəqəmlər örtülü qalır.</translation>
    </message>
    <message>
        <source>This sheet is finished and locked.</source>
        <translation>Bu vərəq bitib və bağlanıb.</translation>
    </message>
</context>
<context>
    <name>EntryWays</name>
    <message>
        <source>Count in bundles of {size} instead</source>
        <translation>{size} vərəqlik bağlamalarla yazmaq</translation>
    </message>
    <message>
        <source>Write totals instead</source>
        <translation>Yekun sayları yazmaq</translation>
    </message>
    <message>
        <source>Undo: Ctrl+Z</source>
        <translation>Geri al: Ctrl+Z</translation>
    </message>
    <message>
        <source>Redo: Ctrl+Y</source>
        <translation>Yenidən yaz: Ctrl+Y</translation>
    </message>
</context>
<context>
    <name>ErrorSummary</name>
    <message>
        <source>There is a problem</source>
        <translation>Düzəliş lazımdır</translation>
    </message>
    <message>
        <source>More lines with a problem: {count}</source>
        <translation>Düzəliş istəyən digər sətirlər: {count}</translation>
    </message>
</context>
<context>
    <name>ExercisePage</name>
    <message>
        <source>yes</source>
        <translation>bəli</translation>
    </message>
    <message>
        <source>no</source>
        <translation>xeyr</translation>
    </message>
    <message>
        <source>later</source>
        <translation>sonra</translation>
    </message>
    <message>
        <source>Skip the exercise</source>
        <translation>Məşqi ötürmək</translation>
    </message>
    <message>
        <source>This is an exercise: nothing of it is kept.</source>
        <translation>Bu, məşqdir: heç nə saxlanılmır.</translation>
    </message>
    <message>
        <source>Keys to try</source>
        <translation>Sınanacaq düymələr</translation>
    </message>
    <message>
        <source>Screen {number} of {of}</source>
        <translation>Ekran {number} / {of}</translation>
    </message>
    <message>
        <source>Finish the exercise</source>
        <translation>Məşqi bitirmək</translation>
    </message>
    <message>
        <source>Try the keys: write figures</source>
        <translation>Düymələri sınayın: rəqəm yazmaq</translation>
    </message>
    <message>
        <source>Write {count} in the first line and 0 in the second: an empty line is not 0. Enter leads to the next line, and after the last one it goes on.</source>
        <translation>Birinci sətrə {count}, ikinciyə 0 yazın: boş sətir 0 deyil. Enter növbəti sətrə aparır, sonuncudan sonra isə davam edir.</translation>
    </message>
    <message>
        <source>Try the keys: mend a figure</source>
        <translation>Düymələri sınayın: rəqəmi düzəltmək</translation>
    </message>
    <message>
        <source>On the paper the first line says {count}. The arrow up leads there, and what is typed takes the place of what stood in the line.</source>
        <translation>Kağızda birinci sətirdə {count} yazılıb. Yuxarı ox ora aparır, yazılan isə sətirdəkinin yerini tutur.</translation>
    </message>
    <message>
        <source>Try the keys: a pile in bundles</source>
        <translation>Düymələri sınayın: bağlamalarla sayılan dəst</translation>
    </message>
    <message>
        <source>Write {bundles} full bundles and {rest} papers left over. Enter leads from one box to the next; the sum stands beside them.</source>
        <translation>{bundles} tam bağlama və {rest} qalan vərəq yazın. Enter bir xanadan növbətisinə aparır; cəm onların yanında dayanır.</translation>
    </message>
    <message>
        <source>Try the keys: choose an answer</source>
        <translation>Düymələri sınayın: cavab seçmək</translation>
    </message>
    <message>
        <source>Press the digit of the second answer, then Enter. Arrows do it too.</source>
        <translation>İkinci cavabın rəqəmini, sonra Enter düyməsini basın. Oxlarla da olur.</translation>
    </message>
    <message>
        <source>Try the keys: the window itself</source>
        <translation>Düymələri sınayın: pəncərənin özü</translation>
    </message>
    <message>
        <source>Try what you like: a mark shows what was done. No figure changes by it.</source>
        <translation>İstədiyinizi sınayın: nişan nəyin edildiyini göstərir. Heç bir rəqəm bundan dəyişmir.</translation>
    </message>
    <message>
        <source>Alt+1, Alt+2, Alt+3</source>
        <translation>Alt+1, Alt+2, Alt+3</translation>
    </message>
    <message>
        <source>Azerbaijani, English, Russian, at any moment</source>
        <translation>Azərbaycan, ingilis, rus dili, istənilən anda</translation>
    </message>
    <message>
        <source>Ctrl + and Ctrl -</source>
        <translation>Ctrl + və Ctrl -</translation>
    </message>
    <message>
        <source>larger and smaller letters, Ctrl 0 as they were</source>
        <translation>iri və xırda hərflər, Ctrl 0 əvvəlki ölçü</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>light, dark, high contrast</source>
        <translation>açıq, tünd, yüksək kontrast</translation>
    </message>
    <message>
        <source>{line}: here the paper says {count}.</source>
        <translation>{line}: burada kağızda {count} yazılıb.</translation>
    </message>
    <message>
        <source>Choose the second answer.</source>
        <translation>İkinci cavabı seçin.</translation>
    </message>
</context>
<context>
    <name>FindingWords</name>
    <message>
        <source>{title} (box {box})</source>
        <translation>{title} (qutu {box})</translation>
    </message>
    <message>
        <source>Left side {left}; right side {right}</source>
        <translation>Sol tərəf {left}; sağ tərəf {right}</translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Read each one aloud, look at the paper, then write what was found.</source>
        <translation>Hər birini ucadan oxuyun, kağıza baxın, sonra nə tapıldığını yazın.</translation>
    </message>
    <message>
        <source>Review of the figures</source>
        <translation>Rəqəmlərin yoxlanması</translation>
    </message>
    <message>
        <source>There is nothing to find: everything that can be compared agrees.</source>
        <translation>Uyğunsuzluq yoxdur: müqayisə edilə bilən hər şey uyğun gəlir.</translation>
    </message>
    <message>
        <source>Left: {left} of {of}</source>
        <translation>Qalıb: {left} / {of}</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Save and stop</source>
        <translation>Saxla və dayan</translation>
    </message>
    <message>
        <source>Backup: F8</source>
        <translation>Ehtiyat surət: F8</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Geri</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Davam</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Saxlanıb {time}</translation>
    </message>
</context>
<context>
    <name>FromStickPage</name>
    <message>
        <source>Go on with a night from a stick</source>
        <translation>Gecəni daşıyıcıdan davam etdir</translation>
    </message>
    <message>
        <source>It goes on where its snapshot ends. A night on this laptop is kept whole.</source>
        <translation>O, ehtiyat surətin bitdiyi yerdən davam edir. Bu noutbukdakı gecə bütöv saxlanılır.</translation>
    </message>
    <message>
        <source>File of the snapshot</source>
        <translation>Ehtiyat surətin faylı</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Faylı seç</translation>
    </message>
    <message>
        <source>Snapshots on the sticks, the latest first</source>
        <translation>Daşıyıcılardakı ehtiyat surətlər, sonuncusu birinci</translation>
    </message>
    <message>
        <source>Go on on this laptop</source>
        <translation>Bu noutbukda davam et</translation>
    </message>
</context>
<context>
    <name>HandOverPage</name>
    <message>
        <source>The night is over and everything is saved. This window may be closed.</source>
        <translation>Gecə bitdi və hər şey saxlanıb. Bu pəncərəni bağlamaq olar.</translation>
    </message>
    <message>
        <source>Hand-over</source>
        <translation>Təhvil</translation>
    </message>
    <message>
        <source>Post a copy at the door, then send the original off at once.</source>
        <translation>Bir surəti qapıdan asın, sonra əslini dərhal yola salın.</translation>
    </message>
    <message>
        <source>Who carries the original</source>
        <translation>Əslini kim aparır</translation>
    </message>
    <message>
        <source>Copy posted at the station at (time)</source>
        <translation>Surət məntəqədən asılıb (saat)</translation>
    </message>
    <message>
        <source>Carriers left at (time)</source>
        <translation>Aparanlar yola düşüb (saat)</translation>
    </message>
    <message>
        <source>What travels along</source>
        <translation>Birlikdə nə göndərilir</translation>
    </message>
    <message>
        <source>Record the hand-over</source>
        <translation>Təhvili qeyd et</translation>
    </message>
    <message>
        <source>Close the window</source>
        <translation>Pəncərəni bağla</translation>
    </message>
    <message>
        <source>write the time as four digits, as in 0115</source>
        <translation>vaxtı dörd rəqəmlə yazın, məsələn 0115</translation>
    </message>
</context>
<context>
    <name>Head</name>
    <message>
        <source>PRACTICE</source>
        <translation>TƏLİM</translation>
    </message>
    <message>
        <source>Station {number}</source>
        <translation>Məntəqə {number}</translation>
    </message>
    <message>
        <source>Step {number} of {of}</source>
        <translation>Addım {number} / {of}</translation>
    </message>
    <message>
        <source>Azerbaijani, Alt+1</source>
        <translation>Azərbaycan dili, Alt+1</translation>
    </message>
    <message>
        <source>English, Alt+2</source>
        <translation>İngilis dili, Alt+2</translation>
    </message>
    <message>
        <source>Russian, Alt+3</source>
        <translation>Rus dili, Alt+3</translation>
    </message>
</context>
<context>
    <name>KeysPage</name>
    <message>
        <source>{name} chooses a PIN</source>
        <translation>{name} PIN seçir</translation>
    </message>
    <message>
        <source>Everybody present has a key.</source>
        <translation>Burada olan hər kəsin açarı var.</translation>
    </message>
    <message>
        <source>Keys of the members</source>
        <translation>Üzvlərin açarları</translation>
    </message>
    <message>
        <source>Each member types a PIN of eight digits or more, twice, unseen by others.</source>
        <translation>Hər üzv ən azı səkkiz rəqəmli PIN-i iki dəfə, başqaları görmədən yazır.</translation>
    </message>
    <message>
        <source>Members present</source>
        <translation>Burada olan üzvlər</translation>
    </message>
    <message>
        <source>PIN, eight digits or more</source>
        <translation>PIN, ən azı səkkiz rəqəm</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>Həmin PIN bir daha</translation>
    </message>
    <message>
        <source>Keys made: {count} of {of}</source>
        <translation>Hazır açarlar: {count} / {of}</translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation>Açarı yarat</translation>
    </message>
    <message>
        <source>{office}, has a key</source>
        <translation>{office}, açarı var</translation>
    </message>
</context>
<context>
    <name>LateEntry</name>
    <message>
        <source>These figures were counted on paper earlier</source>
        <translation>Bu rəqəmlər əvvəl kağızda sayılıb</translation>
    </message>
    <message>
        <source>When they were counted on paper (time)</source>
        <translation>Kağızda nə vaxt sayılıb (vaxt)</translation>
    </message>
    <message>
        <source>Keep this time, it prints on the protocol</source>
        <translation>Bu vaxtı saxla, protokolda çap olunur</translation>
    </message>
</context>
<context>
    <name>LetterPage</name>
    <message>
        <source>The sealed letter</source>
        <translation>Möhürlənmiş məktub</translation>
    </message>
    <message>
        <source>Open the letter together and type what is asked; small letters will do.</source>
        <translation>Məktubu birlikdə açın və soruşulanı yazın; kiçik hərflər də olar.</translation>
    </message>
    <message>
        <source>Block {number} of the letter, four characters</source>
        <translation>Məktubun {number} nömrəli bloku, dörd işarə</translation>
    </message>
    <message>
        <source>The station secret once more</source>
        <translation>Məntəqənin məxfi kodu bir daha</translation>
    </message>
    <message>
        <source>The program was started again, and the secret is never written down.</source>
        <translation>Proqram yenidən başladılıb, məxfi kod isə heç vaxt yazılıb saxlanılmır.</translation>
    </message>
    <message>
        <source>Station secret, four groups of four</source>
        <translation>Məntəqənin məxfi kodu, hərəsi dörd işarəli dörd qrup</translation>
    </message>
</context>
<context>
    <name>LogPage</name>
    <message>
        <source>Saved: {path}</source>
        <translation>Saxlanıldı: {path}</translation>
    </message>
    <message>
        <source>Nothing has gone wrong on this laptop.</source>
        <translation>Bu kompüterdə heç bir nasazlıq olmayıb.</translation>
    </message>
    <message>
        <source>What went wrong so far</source>
        <translation>İndiyədək baş vermiş nasazlıqlar</translation>
    </message>
    <message>
        <source>For whoever helps with this program. It holds no PIN and no key.</source>
        <translation>Bu proqramla bağlı kömək edən şəxs üçün. Burada nə PIN, nə də açar var.</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Surətini saxla</translation>
    </message>
    <message>
        <source>Save a copy on the stick</source>
        <translation>Surətini daşıyıcıda saxla</translation>
    </message>
    <message>
        <source>Back to the work</source>
        <translation>İşə qayıt</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Something went wrong, number {number}. Every figure written before is safe: go on, or save and stop and start again.</source>
        <translation>Gözlənilməz xəta baş verdi, nömrə {number}. Əvvəl yazılan bütün rəqəmlər salamatdır: davam edin, yaxud saxlayıb dayanın və proqramı yenidən açın.</translation>
    </message>
</context>
<context>
    <name>MatterCard</name>
    <message>
        <source>counted again: agrees now</source>
        <translation>yenidən sayıldı: indi uyğun gəlir</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>cavablandırılıb</translation>
    </message>
    <message>
        <source>A figure changed since this was written: “{words}”. Write it anew.</source>
        <translation>Bu yazılandan sonra rəqəm dəyişib: “{words}”. Yenidən yazın.</translation>
    </message>
    <message>
        <source>The commission declares all votes of this box invalid</source>
        <translation>Komissiya bu qutunun bütün səslərini etibarsız sayır</translation>
    </message>
    <message>
        <source>The commission decides otherwise and writes why</source>
        <translation>Komissiya başqa qərar verir və səbəbini yazır</translation>
    </message>
    <message>
        <source>Decision of the commission</source>
        <translation>Komissiyanın qərarı</translation>
    </message>
    <message>
        <source>Members who carried the box</source>
        <translation>Qutunu aparan üzvlər</translation>
    </message>
    <message>
        <source>Explanation: what happened, who saw it, when</source>
        <translation>İzahat: nə baş verib, kim görüb, nə vaxt</translation>
    </message>
    <message>
        <source>Is that right? Your answer</source>
        <translation>Bu doğrudurmu? Cavabınız</translation>
    </message>
    <message>
        <source>Why the figures stay as they are</source>
        <translation>Rəqəmlər niyə olduğu kimi qalır</translation>
    </message>
    <message>
        <source>Act on the mobile box</source>
        <translation>Daşınan qutu haqqında akt</translation>
    </message>
    <message>
        <source>Decision and its reason</source>
        <translation>Qərar və səbəbi</translation>
    </message>
    <message>
        <source>Do not count again</source>
        <translation>Yenidən saymamaq</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>Yenidən saymaq</translation>
    </message>
    <message>
        <source>write it in your own words</source>
        <translation>öz sözlərinizlə yazın</translation>
    </message>
    <message>
        <source>choose what the commission decided</source>
        <translation>komissiyanın nə qərar verdiyini seçin</translation>
    </message>
    <message>
        <source>mark the members who carried the box</source>
        <translation>qutunu aparan üzvləri qeyd edin</translation>
    </message>
    <message>
        <source>count the pile again, until two counts agree</source>
        <translation>iki sayma eyni olana qədər dəsti yenidən sayın</translation>
    </message>
    <message>
        <source>record the variance, or count again</source>
        <translation>uyğunsuzluğu qeydə alın və ya yenidən sayın</translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation>yalnız 0-dan 9-a qədər rəqəmlərlə yazın</translation>
    </message>
</context>
<context>
    <name>OwnKeysPage</name>
    <message>
        <source>Keys of the members</source>
        <translation>Üzvlərin açarları</translation>
    </message>
    <message>
        <source>Each member puts in their stick and types their PIN, unseen by others.</source>
        <translation>Hər üzv öz daşıyıcısını taxır və PIN-ini başqalarına göstərmədən yazır.</translation>
    </message>
    <message>
        <source>Members of the commission</source>
        <translation>Komissiyanın üzvləri</translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation>Öz PIN-iniz</translation>
    </message>
    <message>
        <source>PIN from your slip</source>
        <translation>Vərəqinizdəki PIN</translation>
    </message>
    <message>
        <source>A PIN of your own instead; empty keeps that of the slip</source>
        <translation>Onun əvəzinə öz PIN-iniz; boş qalsa, vərəqdəki qalır</translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation>Həmin PIN bir daha</translation>
    </message>
    <message>
        <source>Who sits in this member’s place, when somebody does</source>
        <translation>Bu üzvün yerində kim oturur (kimsə oturursa)</translation>
    </message>
    <message>
        <source>Without a key this member signs on paper</source>
        <translation>Açarı olmayan üzv kağızda imzalayır</translation>
    </message>
    <message>
        <source>No stick is here</source>
        <translation>Daşıyıcı burada deyil</translation>
    </message>
    <message>
        <source>The PIN is lost</source>
        <translation>PIN itirilib</translation>
    </message>
    <message>
        <source>Never made a key</source>
        <translation>Heç vaxt açar yaratmayıb</translation>
    </message>
    <message>
        <source>Keys opened: {count} of {of}</source>
        <translation>Açılan açarlar: {count}/{of}</translation>
    </message>
    <message>
        <source>Open the key</source>
        <translation>Açarı aç</translation>
    </message>
    <message>
        <source>Everybody present has a key, or is on record without one.</source>
        <translation>İştirak edənlərin hamısının açarı var və ya açarsız olduğu qeyd edilib.</translation>
    </message>
    <message>
        <source>{name} is absent</source>
        <translation>{name} iştirak etmir</translation>
    </message>
    <message>
        <source>{name} opens their key</source>
        <translation>{name} öz açarını açır</translation>
    </message>
    <message>
        <source>key opened</source>
        <translation>açar açılıb</translation>
    </message>
    <message>
        <source>signs on paper</source>
        <translation>kağızda imzalayır</translation>
    </message>
    <message>
        <source>absent</source>
        <translation>iştirak etmir</translation>
    </message>
    <message>
        <source>absent, a substitute is here</source>
        <translation>iştirak etmir, əvəz edən buradadır</translation>
    </message>
</context>
<context>
    <name>PackagePage</name>
    <message>
        <source>The election package</source>
        <translation>Seçki paketi</translation>
    </message>
    <message>
        <source>Compare this with your papers. If it is another station, stop here.</source>
        <translation>Bunu sənədlərinizlə tutuşdurun. Məntəqə başqadırsa, burada dayanın.</translation>
    </message>
    <message>
        <source>Blank forms, tally sheets, acts and the sheet of keys can be printed beforehand.</source>
        <translation>Boş blanklar, sayım vərəqləri, aktlar və düymələr vərəqi qabaqcadan çap edilə bilər.</translation>
    </message>
    <message>
        <source>Save the blank papers</source>
        <translation>Boş sənədləri saxla</translation>
    </message>
    <message>
        <source>Election</source>
        <translation>Seçki</translation>
    </message>
    <message>
        <source>Voting</source>
        <translation>Səsvermə</translation>
    </message>
    <message>
        <source>Ballot</source>
        <translation>Bülleten</translation>
    </message>
    <message>
        <source>Form of the protocol</source>
        <translation>Protokolun forması</translation>
    </message>
    <message>
        <source>Station secret</source>
        <translation>Məntəqənin məxfi kodu</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Paketin rəqəmsal izi</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Məntəqə</translation>
    </message>
    <message>
        <source>Saved in {folder}: {names}</source>
        <translation>{folder} qovluğunda saxlanıldı: {names}</translation>
    </message>
    <message>
        <source>Commission</source>
        <translation>Komissiya</translation>
    </message>
</context>
<context>
    <name>PageRows</name>
    <message>
        <source>Page {page}</source>
        <translation>{page}-ci səhifə</translation>
    </message>
    <message>
        <source>Page {page}: {trouble}.</source>
        <translation>{page}-ci səhifə: {trouble}.</translation>
    </message>
    <message>
        <source>write a figure, or 0 if there are none</source>
        <translation>rəqəm yazın, yoxdursa 0 yazın</translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation>yalnız 0-dan 9-a qədər rəqəmlərlə yazın</translation>
    </message>
</context>
<context>
    <name>PlaceNames</name>
    <message>
        <source>Candidate {number}, {label}</source>
        <translation>Namizəd {number}, {label}</translation>
    </message>
    <message>
        <source>Line {number}, {label}</source>
        <translation>Bənd {number}, {label}</translation>
    </message>
</context>
<context>
    <name>ProgressWindow</name>
    <message>
        <source>Progress of the night</source>
        <translation>Gecənin gedişi</translation>
    </message>
    <message>
        <source>Station {number}</source>
        <translation>Məntəqə {number}</translation>
    </message>
    <message>
        <source>PRACTICE</source>
        <translation>TƏLİM</translation>
    </message>
    <message>
        <source>No figure is shown here.</source>
        <translation>Burada heç bir rəqəm göstərilmir.</translation>
    </message>
</context>
<context>
    <name>ReadBackPage</name>
    <message>
        <source>Read the booklet back</source>
        <translation>Blankı oxuyub tutuşdurma</translation>
    </message>
    <message>
        <source>Read each figure from the booklet and type it. The draft is put away.</source>
        <translation>Hər rəqəmi blankdan oxuyub yazın. Qaralama kənara qoyulur.</translation>
    </message>
    <message>
        <source>The booklet is spoilt: begin a new one</source>
        <translation>Blank korlanıb: yenisinə başlamaq</translation>
    </message>
    <message>
        <source>Left: {left} of {of}</source>
        <translation>Qalıb: {left} / {of}</translation>
    </message>
</context>
<context>
    <name>ReadOnlyPage</name>
    <message>
        <source>Saved: {places}</source>
        <translation>Saxlanıldı: {places}</translation>
    </message>
    <message>
        <source>Read only. Nothing can be written into this night.</source>
        <translation>Yalnız oxumaq üçün. Bu gecəyə heç nə yazmaq olmaz.</translation>
    </message>
    <message>
        <source>The journal, to read only</source>
        <translation>Jurnal, yalnız oxumaq üçün</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Hadisələr</translation>
    </message>
    <message>
        <source>Save what can be read</source>
        <translation>Oxuna biləni saxlamaq</translation>
    </message>
</context>
<context>
    <name>ReadyPage</name>
    <message>
        <source>Saved: {path}</source>
        <translation>Saxlanıldı: {path}</translation>
    </message>
    <message>
        <source>Is this laptop ready?</source>
        <translation>Bu noutbuk hazırdırmı?</translation>
    </message>
    <message>
        <source>Look at each row before the day. Nothing here changes a night.</source>
        <translation>Səsvermə günündən əvvəl hər sətrə baxın. Burada heç nə gecəni dəyişmir.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Yenidən bax</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Hesabatı saxla</translation>
    </message>
    <message>
        <source>Print the report, the printer’s test page</source>
        <translation>Hesabatı çap et: sınaq səhifəsi</translation>
    </message>
    <message>
        <source>To the first page</source>
        <translation>İlk səhifəyə</translation>
    </message>
    <message>
        <source>Sent to {printer}.</source>
        <translation>{printer} printerinə göndərildi.</translation>
    </message>
    <message>
        <source>{printer} did not take it. See to paper and cable, then print again.</source>
        <translation>{printer} bunu qəbul etmədi. Kağıza və kabelə baxın, sonra yenidən çap edin.</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>These lines have no figure yet: {about}.</source>
        <translation>Bu bəndlərdə hələ rəqəm yoxdur: {about}.</translation>
    </message>
    <message>
        <source>These candidates have no figure yet: {about}.</source>
        <translation>Bu namizədlərin hələ rəqəmi yoxdur: {about}.</translation>
    </message>
    <message>
        <source>These findings wait for an answer: {about}.</source>
        <translation>Bu uyğunsuzluqlar cavab gözləyir: {about}.</translation>
    </message>
    <message>
        <source>Ask these members what they do: {about}.</source>
        <translation>Bu üzvlərdən nə edəcəklərini soruşun: {about}.</translation>
    </message>
    <message>
        <source>Too few members sign. Without the others there is only a draft.</source>
        <translation>İmzalayan üzvlər azdır. Qalanları olmadan yalnız qaralama var.</translation>
    </message>
    <message>
        <source>One of these must be among the signers: {about}.</source>
        <translation>İmzalayanlar arasında bunlardan biri olmalıdır: {about}.</translation>
    </message>
    <message>
        <source>A separate opinion is announced and not written: {about}.</source>
        <translation>Xüsusi rəy bildirilib, amma yazılmayıb: {about}.</translation>
    </message>
    <message>
        <source>Series and number of the booklet are missing.</source>
        <translation>Blankın seriyası və nömrəsi yoxdur.</translation>
    </message>
    <message>
        <source>The close of voting is not recorded yet.</source>
        <translation>Səsvermənin bitməsi hələ qeyd edilməyib.</translation>
    </message>
</context>
<context>
    <name>RecountRows</name>
    <message>
        <source>{place}: counted again</source>
        <translation>{place}: yenidən sayılıb</translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation>yalnız 0-dan 9-a qədər rəqəmlərlə yazın</translation>
    </message>
    <message>
        <source>counted once: count it once more</source>
        <translation>bir dəfə sayılıb: bir dəfə də sayın</translation>
    </message>
    <message>
        <source>the last two counts differ: count it once more</source>
        <translation>son iki sayma fərqlidir: bir dəfə də sayın</translation>
    </message>
    <message>
        <source>two counts agree: this figure stands</source>
        <translation>iki sayma eynidir: bu rəqəm qalır</translation>
    </message>
    <message>
        <source>count this first</source>
        <translation>əvvəlcə bunu sayın</translation>
    </message>
</context>
<context>
    <name>Refusals</name>
    <message>
        <source>The journal {path} was damaged or changed by another program. Keep a copy of the file and go on from the last backup.</source>
        <translation>{path} jurnalı zədələnib və ya başqa proqram tərəfindən dəyişdirilib. Faylın surətini saxlayın və son ehtiyat nüsxədən davam edin.</translation>
    </message>
    <message>
        <source>{path} is not a journal of tallydesk. Move it away, then try again.</source>
        <translation>{path} tallydesk jurnalı deyil. Onu başqa yerə köçürün, sonra yenidən cəhd edin.</translation>
    </message>
    <message>
        <source>The journal {path} is in use by another program. Close that program, then try again.</source>
        <translation>{path} jurnalından başqa proqram istifadə edir. Həmin proqramı bağlayın, sonra yenidən cəhd edin.</translation>
    </message>
    <message>
        <source>The disk is full and nothing more was saved. Make room, then try again.</source>
        <translation>Disk doludur, sonrakı yazılar saxlanmadı. Yer açın, sonra yenidən cəhd edin.</translation>
    </message>
    <message>
        <source>The journal {path} is gone, but the file {detail} with its last entries is still there. Put the journal back beside it, or move that file away.</source>
        <translation>{path} jurnalı yoxa çıxıb, amma son qeydləri olan {detail} faylı hələ də yerindədir. Jurnalı onun yanına qaytarın və ya həmin faylı başqa yerə köçürün.</translation>
    </message>
    <message>
        <source>The journal {path} was written by a newer tallydesk. Open it with that version.</source>
        <translation>{path} jurnalı tallydesk-in daha yeni versiyası ilə yazılıb. Onu həmin versiya ilə açın.</translation>
    </message>
    <message>
        <source>The journal {path} cannot be written. Allow writing there, then try again.</source>
        <translation>{path} jurnalına yazmaq olmur. Yazmağa icazə verin, sonra yenidən cəhd edin.</translation>
    </message>
    <message>
        <source>tallydesk is already open with this data. Go on in its other window.</source>
        <translation>tallydesk bu məlumatlarla artıq açıqdır. O biri pəncərədə davam edin.</translation>
    </message>
    <message>
        <source>The disk did not take this ({detail}). Check the disk and its room, then try again.</source>
        <translation>Disk bunu qəbul etmədi ({detail}). Diski və boş yeri yoxlayın, sonra yenidən cəhd edin.</translation>
    </message>
</context>
<context>
    <name>RemarksPage</name>
    <message>
        <source>Remarks and opinions</source>
        <translation>Qeydlər və rəylər</translation>
    </message>
    <message>
        <source>Ask observers and members: their words go into the protocol as they say them.</source>
        <translation>Müşahidəçilərdən və üzvlərdən soruşun: sözləri protokola olduğu kimi yazılır.</translation>
    </message>
    <message>
        <source>Kind of text</source>
        <translation>Mətnin növü</translation>
    </message>
    <message>
        <source>Whose opinion it is</source>
        <translation>Rəy kimindir</translation>
    </message>
    <message>
        <source>Name, organisation, accreditation number</source>
        <translation>Ad, təşkilat, akkreditasiya nömrəsi</translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation>Öz sözləri ilə</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Yazıya al</translation>
    </message>
    <message>
        <source>None, continue</source>
        <translation>Yoxdur, davam</translation>
    </message>
    <message>
        <source>Choose the member whose opinion it is.</source>
        <translation>Rəyin hansı üzvə aid olduğunu seçin.</translation>
    </message>
</context>
<context>
    <name>Reopening</name>
    <message>
        <source>Why this stage is opened again; it prints on the protocol</source>
        <translation>Bu mərhələ niyə yenidən açılır; protokolda çap olunur</translation>
    </message>
    <message>
        <source>Open the stage again, all its figures are written anew</source>
        <translation>Mərhələni yenidən açmaq, bütün rəqəmlər yenidən yazılır</translation>
    </message>
</context>
<context>
    <name>RestorePage</name>
    <message>
        <source>Restore the night from a copy</source>
        <translation>Gecəni surətdən bərpa etmək</translation>
    </message>
    <message>
        <source>The copy must hold and be of this night. The broken journal is kept whole.</source>
        <translation>Surət tam və bu gecənin olmalıdır. Pozulmuş jurnal bütöv saxlanılır.</translation>
    </message>
    <message>
        <source>File of the copy: a journal or an export</source>
        <translation>Surətin faylı: jurnal və ya ixrac</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Faylı seç</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Bərpa etmək</translation>
    </message>
</context>
<context>
    <name>SealPage</name>
    <message>
        <source>No seal</source>
        <translation>Möhürsüz</translation>
    </message>
    <message>
        <source>nobody with a seal key is here</source>
        <translation>möhür açarı olan heç kim burada deyil</translation>
    </message>
    <message>
        <source>Seal of the papers</source>
        <translation>Sənədlərin möhürü</translation>
    </message>
    <message>
        <source>The protocol is signed. A seal shows in viewers of PDF that a copy is whole.</source>
        <translation>Protokol imzalanıb. Möhür PDF proqramlarında surətin bütöv olduğunu göstərir.</translation>
    </message>
    <message>
        <source>Who seals</source>
        <translation>Kim möhürləyir</translation>
    </message>
    <message>
        <source>It proves nothing that the signatures do not, and may be left out.</source>
        <translation>O, imzaların sübut etdiyindən artıq heç nə sübut etmir və qoyulmaya bilər.</translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation>Öz PIN-iniz</translation>
    </message>
    <message>
        <source>Seal</source>
        <translation>Möhürlə</translation>
    </message>
    <message>
        <source>Go on without a seal</source>
        <translation>Möhürsüz davam et</translation>
    </message>
</context>
<context>
    <name>SectionsToChange</name>
    <message>
        <source>Change:</source>
        <translation>Dəyiş:</translation>
    </message>
    <message>
        <source>Change: {section}</source>
        <translation>Dəyiş: {section}</translation>
    </message>
</context>
<context>
    <name>SeveralCopies</name>
    <message>
        <source>How many copies at once, for the receiver written above</source>
        <translation>Yuxarıda yazılan alan üçün birdəfəyə neçə surət</translation>
    </message>
    <message>
        <source>Save these copies</source>
        <translation>Bu surətləri saxla</translation>
    </message>
    <message>
        <source>Print these copies</source>
        <translation>Bu surətləri çap et</translation>
    </message>
    <message>
        <source>Save copies {first} to {last}</source>
        <translation>{first}-{last} nömrəli surətləri saxla</translation>
    </message>
    <message>
        <source>Print copies {first} to {last}</source>
        <translation>{first}-{last} nömrəli surətləri çap et</translation>
    </message>
    <message>
        <source>Stop printing</source>
        <translation>Çapı dayandır</translation>
    </message>
    <message>
        <source>Printer: {printer}</source>
        <translation>Çap cihazı: {printer}</translation>
    </message>
    <message>
        <source>Write how many, from 1 to {most}.</source>
        <translation>Neçə olduğunu yazın, 1-dən {most}-dək.</translation>
    </message>
    <message>
        <source>Copy {copy} of {copies}: page {page} of {pages}</source>
        <translation>Surət {copy} / {copies}: səhifə {page} / {pages}</translation>
    </message>
    <message>
        <source>Saved and registered: {count} copies.</source>
        <translation>Saxlanıldı və qeydə alındı: {count} surət.</translation>
    </message>
    <message>
        <source>Sent to {printer}: {count} copies.</source>
        <translation>{printer} printerinə göndərildi: {count} surət.</translation>
    </message>
    <message>
        <source>Stopped after {count} whole copies. What is listed is registered; print the last one again if its paper is not whole.</source>
        <translation>{count} tam surətdən sonra dayandırıldı. Siyahıdakılar qeydə alınıb; sonuncunun kağızı tam deyilsə, onu yenidən çap edin.</translation>
    </message>
    <message>
        <source>{printer} stopped after {count} whole copies. See to paper and cable, then print the last copy again, or open it in a viewer.</source>
        <translation>{printer} {count} tam surətdən sonra dayandı. Kağıza və kabelə baxın, sonra sonuncu surəti yenidən çap edin və ya onu baxış proqramında açın.</translation>
    </message>
    <message>
        <source>There is no printer here. Save the copy and print it on another machine.</source>
        <translation>Burada printer yoxdur. Surəti saxlayın və başqa kompüterdə çap edin.</translation>
    </message>
    <message>
        <source>{printer} writes a file instead of paper. Connect a printer, or print the saved copy on another machine.</source>
        <translation>{printer} kağız əvəzinə fayl yazır. Printer qoşun və ya saxlanılmış surəti başqa kompüterdə çap edin.</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Before any box is opened</source>
        <translation>Heç bir qutu açılmazdan əvvəl</translation>
    </message>
    <message>
        <source>Mobile box {box}</source>
        <translation>Daşınan qutu {box}</translation>
    </message>
    <message>
        <source>Stationary box {box}</source>
        <translation>Daşınmaz qutu {box}</translation>
    </message>
    <message>
        <source>Sort and count</source>
        <translation>Ayırma və sayma</translation>
    </message>
    <message>
        <source>Count with observers watching. Write each figure from your paper.</source>
        <translation>Müşahidəçilərin gözü qarşısında sayın. Hər rəqəmi kağızınızdan yazın.</translation>
    </message>
    <message>
        <source>Count the papers of this box face down. Write each figure from your paper.</source>
        <translation>Bu qutudakı bülletenləri üzü aşağı sayın. Hər rəqəmi kağızınızdan yazın.</translation>
    </message>
    <message>
        <source>Open this box and count its papers face down. Write each figure from your paper.</source>
        <translation>Bu qutunu açın və bülletenləri üzü aşağı sayın. Hər rəqəmi kağızınızdan yazın.</translation>
    </message>
    <message>
        <source>Sort the ballots into piles and count each pile. Write each figure from your paper.</source>
        <translation>Bülletenləri dəstlərə ayırın və hər dəsti sayın. Hər rəqəmi kağızınızdan yazın.</translation>
    </message>
    <message>
        <source>Write every figure again from the paper. What was written before is not shown.</source>
        <translation>Hər rəqəmi kağızdan yenidən yazın. Əvvəl yazılanlar göstərilmir.</translation>
    </message>
    <message>
        <source>{heading}, second entry</source>
        <translation>{heading}, təkrar daxiletmə</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>{place}: full bundles</source>
        <translation>{place}: tam bağlamalar</translation>
    </message>
    <message>
        <source>{place}: papers left over</source>
        <translation>{place}: qalan vərəqlər</translation>
    </message>
    <message>
        <source>{words} (read aloud)</source>
        <translation>{words} (ucadan oxunub)</translation>
    </message>
    <message>
        <source>write a figure, or 0 if there are none</source>
        <translation>rəqəm yazın, yoxdursa 0 yazın</translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation>yalnız 0-dan 9-a qədər rəqəmlərlə yazın</translation>
    </message>
    <message>
        <source>no station has so many: write at most {most}</source>
        <translation>heç bir məntəqədə bu qədər yoxdur: ən çoxu {most} yazın</translation>
    </message>
    <message>
        <source>what is left over must be fewer than {size}</source>
        <translation>qalan vərəqlər bir bağlamadan ({size}) az olmalıdır</translation>
    </message>
    <message>
        <source>does not match: look at the paper</source>
        <translation>uyğun gəlmir: kağıza baxın</translation>
    </message>
</context>
<context>
    <name>SignPage</name>
    <message>
        <source>signs with the PIN</source>
        <translation>PIN ilə imzalayır</translation>
    </message>
    <message>
        <source>has signed</source>
        <translation>imzalayıb</translation>
    </message>
    <message>
        <source>{name} signs</source>
        <translation>{name} imzalayır</translation>
    </message>
    <message>
        <source>Everybody who signs with a key has signed.</source>
        <translation>Açarla imzalayanların hamısı imzalayıb.</translation>
    </message>
    <message>
        <source>Sign the protocol</source>
        <translation>Protokolu imzala</translation>
    </message>
    <message>
        <source>Hands first, then keys: each member signs on paper, then types their PIN.</source>
        <translation>Əvvəl əl imzası, sonra açar: hər üzv kağızı imzalayır, sonra PIN-ini yazır.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Üzvlər</translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation>Öz PIN-iniz</translation>
    </message>
    <message>
        <source>Before any PIN, another device must read the same figures from the code, and this digest:</source>
        <translation>PIN yazılmazdan əvvəl başqa cihaz koddan eyni rəqəmləri və bu rəqəmsal izi oxumalıdır:</translation>
    </message>
    <message>
        <source>Signed: {count} of {of}</source>
        <translation>İmzalayıb: {count} / {of}</translation>
    </message>
</context>
<context>
    <name>SlipPage</name>
    <message>
        <source>Saved: {path}</source>
        <translation>Saxlanıb: {path}</translation>
    </message>
    <message>
        <source>Slip for all present</source>
        <translation>Hamı üçün çıxarış</translation>
    </message>
    <message>
        <source>Give it to everybody before a seal is cut: these figures no longer change.</source>
        <translation>Möhür kəsilməzdən əvvəl hamıya verin: bu rəqəmlər artıq dəyişmir.</translation>
    </message>
    <message>
        <source>Fixed at {time}</source>
        <translation>Təsbit edilib: {time}</translation>
    </message>
    <message>
        <source>Code of the slip, {part} of {count}</source>
        <translation>Çıxarışın kodu, {part} / {count}</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Çap et</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>PDF kimi saxla</translation>
    </message>
    <message>
        <source>There is no printer here. Save the slip, or let everybody copy it.</source>
        <translation>Burada printer yoxdur. Çıxarışı saxlayın və ya hamı onu köçürsün.</translation>
    </message>
    <message>
        <source>Sent to {printer}.</source>
        <translation>{printer} printerinə göndərildi.</translation>
    </message>
    <message>
        <source>The printer did not take it. Save the slip instead.</source>
        <translation>Printer bunu qəbul etmədi. Çıxarışı saxlayın.</translation>
    </message>
</context>
<context>
    <name>SpoiltBookletPage</name>
    <message>
        <source>Booklet {series} {number} is kept by its number, and a new one begins. The reason prints on the protocol.</source>
        <translation>{series} {number} blankı nömrəsi ilə saxlanılır, yenisi başlanır. Səbəb protokolda çap olunur.</translation>
    </message>
    <message>
        <source>Spoilt booklet</source>
        <translation>Korlanmış blank</translation>
    </message>
    <message>
        <source>Why is this booklet spoilt?</source>
        <translation>Bu blank niyə korlanıb?</translation>
    </message>
    <message>
        <source>Set the booklet aside</source>
        <translation>Blankı kənara qoyun</translation>
    </message>
</context>
<context>
    <name>StancesPage</name>
    <message>
        <source>What each member does</source>
        <translation>Hər üzv nə edir</translation>
    </message>
    <message>
        <source>Ask each member by name. After that the protocol is closed for signing.</source>
        <translation>Hər üzvdən adı ilə soruşun. Bundan sonra protokol imza üçün bağlanır.</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Üzvlər</translation>
    </message>
    <message>
        <source>What this member does</source>
        <translation>Bu üzv nə edir</translation>
    </message>
    <message>
        <source>Left: {left} of {of}</source>
        <translation>Qalıb: {left} / {of}</translation>
    </message>
    <message>
        <source>Close the protocol</source>
        <translation>Protokolu bağla</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>Go on where it stopped</source>
        <translation>Dayandığı yerdən davam etmək</translation>
    </message>
    <message>
        <source>Begin a new practice</source>
        <translation>Yeni təlimə başlamaq</translation>
    </message>
    <message>
        <source>Open the authority’s package</source>
        <translation>Orqanın paketini aç</translation>
    </message>
    <message>
        <source>Make your own key on a stick</source>
        <translation>Daşıyıcıda öz açarınızı yaradın</translation>
    </message>
    <message>
        <source>Open the journal to read only</source>
        <translation>Jurnalı yalnız oxumaq üçün açmaq</translation>
    </message>
    <message>
        <source>Restore the night from a copy</source>
        <translation>Gecəni surətdən bərpa etmək</translation>
    </message>
    <message>
        <source>Signed papers of a night once more</source>
        <translation>Gecənin imzalanmış sənədləri bir daha</translation>
    </message>
    <message>
        <source>Go on with a night from a stick</source>
        <translation>Gecəni daşıyıcıdan davam etdir</translation>
    </message>
    <message>
        <source>Check whether this laptop is ready</source>
        <translation>Bu noutbukun hazır olduğunu yoxla</translation>
    </message>
    <message>
        <source>Try the keys: five short screens</source>
        <translation>Düymələri sına: beş qısa ekran</translation>
    </message>
    <message>
        <source>About this program</source>
        <translation>Bu proqram haqqında</translation>
    </message>
    <message>
        <source>A night is under way</source>
        <translation>Başlanmış gecə var</translation>
    </message>
    <message>
        <source>Everything that was written is here. The earlier night is always kept.</source>
        <translation>Yazılanların hamısı buradadır. Əvvəlki gecə həmişə saxlanılır.</translation>
    </message>
    <message>
        <source>Count the votes of this station</source>
        <translation>Bu məntəqənin səslərini sayın</translation>
    </message>
    <message>
        <source>Signature, card and form are checked as the package opens.</source>
        <translation>Paket açılanda imza, kart və forma yoxlanılır.</translation>
    </message>
    <message>
        <source>Count a practice night</source>
        <translation>Təlim sayması</translation>
    </message>
    <message>
        <source>Invented candidates and members, station 000. Nothing here is a result.</source>
        <translation>Uydurma namizədlər və üzvlər, 000 məntəqəsi. Buradakı heç nə nəticə deyil.</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>goes to the next field, and after the last one it continues</source>
        <translation>növbəti xanaya keçir, sonuncudan sonra davam edir</translation>
    </message>
    <message>
        <source>Alt + Left</source>
        <translation>Alt + Sol ox</translation>
    </message>
    <message>
        <source>the page before, nothing is lost</source>
        <translation>əvvəlki səhifə, heç nə itmir</translation>
    </message>
    <message>
        <source>Alt+1, Alt+2, Alt+3</source>
        <translation>Alt+1, Alt+2, Alt+3</translation>
    </message>
    <message>
        <source>Azerbaijani, English, Russian, at any moment</source>
        <translation>Azərbaycan, ingilis, rus dili, istənilən anda</translation>
    </message>
    <message>
        <source>Ctrl + and Ctrl -</source>
        <translation>Ctrl + və Ctrl -</translation>
    </message>
    <message>
        <source>larger and smaller letters, Ctrl 0 as they were</source>
        <translation>iri və xırda hərflər, Ctrl 0 əvvəlki ölçü</translation>
    </message>
    <message>
        <source>F9</source>
        <translation>F9</translation>
    </message>
    <message>
        <source>light, dark, high contrast</source>
        <translation>açıq, tünd, yüksək kontrast</translation>
    </message>
    <message>
        <source>F10 and F11</source>
        <translation>F10 və F11</translation>
    </message>
    <message>
        <source>the steps of the night for a projector, and the whole screen</source>
        <translation>proyektor üçün gecənin addımları və bütün ekran</translation>
    </message>
    <message>
        <source>Shift + F1</source>
        <translation>Shift + F1</translation>
    </message>
    <message>
        <source>what this program is, and what went wrong</source>
        <translation>proqram haqqında və baş vermiş nasazlıqlar</translation>
    </message>
</context>
<context>
    <name>StopPage</name>
    <message>
        <source>Save and stop</source>
        <translation>Saxla və dayan</translation>
    </message>
    <message>
        <source>The ballots are out of their boxes. Write why the count stops.</source>
        <translation>Bülletenlər qutulardan çıxarılıb. Saymanın niyə dayandığını yazın.</translation>
    </message>
    <message>
        <source>Why does the count stop?</source>
        <translation>Sayma niyə dayanır?</translation>
    </message>
    <message>
        <source>Who guards the ballots?</source>
        <translation>Bülletenləri kim qoruyur?</translation>
    </message>
</context>
<context>
    <name>SupersededPage</name>
    <message>
        <source>Saved: {places}</source>
        <translation>Saxlanılıb: {places}</translation>
    </message>
    <message>
        <source>Signed papers once more</source>
        <translation>İmzalanmış sənədlər bir daha</translation>
    </message>
    <message>
        <source>With a copy of the record that replaced one, it says SUPERSEDED on each page.</source>
        <translation>Onu əvəz edən qeydin surəti verilsə, hər səhifədə “ƏVƏZ EDİLİB” yazılır.</translation>
    </message>
    <message>
        <source>Which night</source>
        <translation>Hansı gecə</translation>
    </message>
    <message>
        <source>Copy of the later record, if there is one: its PDF, a picture, its codes</source>
        <translation>Sonrakı qeydin surəti, varsa: PDF, şəkil və ya kodlar</translation>
    </message>
    <message>
        <source>Choose the file</source>
        <translation>Faylı seç</translation>
    </message>
    <message>
        <source>Save the papers</source>
        <translation>Sənədləri saxla</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>versiya {number}</translation>
    </message>
</context>
<context>
    <name>TakeoverPage</name>
    <message>
        <source>Choose the member who sits down.</source>
        <translation>Kompüter arxasına keçən üzvü seçin.</translation>
    </message>
    <message>
        <source>A member who did not write the first figures writes them again.</source>
        <translation>İlk rəqəmləri yazmayan üzv onları yenidən yazır.</translation>
    </message>
    <message>
        <source>A member who did not write the booklet reads it back.</source>
        <translation>Blankı yazmayan üzv onu oxuyub tutuşdurur.</translation>
    </message>
    <message>
        <source>Another member sits down</source>
        <translation>Kompüter arxasına başqa üzv keçir</translation>
    </message>
    <message>
        <source>Who sits down</source>
        <translation>Kim keçir</translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation>Öz PIN-iniz</translation>
    </message>
    <message>
        <source>{name} sits at the laptop. Continue, or choose somebody else.</source>
        <translation>Kompüter arxasında {name} oturur. Davam edin və ya başqasını seçin.</translation>
    </message>
</context>
<context>
    <name>Tally</name>
    <message>
        <source>Doubtful, set apart</source>
        <translation>Şübhəli, ayrıca qoyulmuş</translation>
    </message>
    <message>
        <source>{heading}: reading aloud</source>
        <translation>{heading}: ucadan oxuma</translation>
    </message>
    <message>
        <source>Votes read: {count}</source>
        <translation>Oxunmuş səslər: {count}</translation>
    </message>
    <message>
        <source>Ballots read: {count}</source>
        <translation>Oxunmuş bülletenlər: {count}</translation>
    </message>
    <message>
        <source>Press one key for each ballot; Backspace undoes the last. Compare at {next}.</source>
        <translation>Hər bülleten üçün bir düymə basın; Backspace sonuncunu geri götürür. Tutuşdurma: {next}.</translation>
    </message>
    <message>
        <source>Pause: nobody reads. The space bar goes on.</source>
        <translation>Fasilə: heç kim oxumur. Boşluq düyməsi davam etdirir.</translation>
    </message>
    <message>
        <source>Stop at {count}: caller and both tally keepers compare. Go on when all three agree.</source>
        <translation>{count} oldu, dayanın: oxuyan və hər iki cızıq çəkən tutuşdurur. Üçü də razılaşanda davam edin.</translation>
    </message>
    <message>
        <source>The pile is done: all three compare once more. The space bar reads on.</source>
        <translation>Dəst bitdi: üçü də bir daha tutuşdurur. Boşluq düyməsi oxumağı davam etdirir.</translation>
    </message>
    <message>
        <source>Set apart: {count}. Decide on each, then press the key of its place.</source>
        <translation>Ayrıca qoyulub: {count}. Hər biri haqqında qərar verin, sonra yerinin düyməsini basın.</translation>
    </message>
    <message>
        <source>No ballot is set apart any more. Go on.</source>
        <translation>Daha ayrıca qoyulmuş bülleten yoxdur. Davam edin.</translation>
    </message>
    <message>
        <source>Pause (space bar)</source>
        <translation>Fasilə (boşluq düyməsi)</translation>
    </message>
    <message>
        <source>Read the whole pile once more from its start</source>
        <translation>Bütün dəsti əvvəldən bir daha oxumaq</translation>
    </message>
    <message>
        <source>There are more ballots: read on (space bar)</source>
        <translation>Başqa bülletenlər də var: oxumağa davam (boşluq düyməsi)</translation>
    </message>
    <message>
        <source>They differ: read the last {count} once more</source>
        <translation>Fərqlənir: son {count} bülleteni bir daha oxumaq</translation>
    </message>
    <message>
        <source>The pile is done</source>
        <translation>Dəst bitdi</translation>
    </message>
    <message>
        <source>Read on</source>
        <translation>Oxumağa davam</translation>
    </message>
    <message>
        <source>All three agree</source>
        <translation>Üçü də razıdır</translation>
    </message>
</context>
<context>
    <name>TranscribePage</name>
    <message>
        <source>Series of the booklet</source>
        <translation>Blankın seriyası</translation>
    </message>
    <message>
        <source>Number of the booklet</source>
        <translation>Blankın nömrəsi</translation>
    </message>
    <message>
        <source>The booklet is spoilt: begin a new one</source>
        <translation>Blank korlanıb: yenisinə başlamaq</translation>
    </message>
    <message>
        <source>Line {at} of {of}</source>
        <translation>Bənd {at} / {of}</translation>
    </message>
    <message>
        <source>It is written</source>
        <translation>Yazıldı</translation>
    </message>
    <message>
        <source>Copy this line onto booklet {series} {number}, in figures and words.</source>
        <translation>Bu bəndi {series} {number} blankına rəqəmlə və yazı ilə köçürün.</translation>
    </message>
    <message>
        <source>Take the authority’s booklet and type the number printed on it.</source>
        <translation>Seçki komissiyasının blankını götürün və üzərindəki nömrəni yazın.</translation>
    </message>
    <message>
        <source>Write the booklet</source>
        <translation>Blankın doldurulması</translation>
    </message>
</context>
<context>
    <name>Travelling</name>
    <message>
        <source>booklet {series} {number}</source>
        <translation>blank {series} {number}</translation>
    </message>
    <message>
        <source>printed protocol with signatures</source>
        <translation>imzalanmış çap protokolu</translation>
    </message>
    <message>
        <source>Ballots and lists</source>
        <translation>Bülletenlər və siyahılar</translation>
    </message>
    <message>
        <source>packed and sealed, with their acts</source>
        <translation>aktları ilə bağlanıb möhürlənmiş</translation>
    </message>
    <message>
        <source>Separate opinions</source>
        <translation>Xüsusi rəylər</translation>
    </message>
    <message>
        <source>Complaints with the decisions on them</source>
        <translation>Şikayətlər və üzrə qərarlar</translation>
    </message>
    <message>
        <source>Acts on mobile boxes</source>
        <translation>Daşınan qutular üzrə aktlar</translation>
    </message>
    <message>
        <source>Doubtful ballots with the decisions on them</source>
        <translation>Şübhəli bülletenlər, haqqında qərarlarla</translation>
    </message>
    <message>
        <source>Spoilt booklets</source>
        <translation>Korlanmış blanklar</translation>
    </message>
</context>
<context>
    <name>TurnoutPage</name>
    <message>
        <source>write the time as four digits, as in 1000</source>
        <translation>vaxtı dörd rəqəmlə yazın, məsələn 1000</translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation>yalnız 0-dan 9-a qədər rəqəmlərlə yazın</translation>
    </message>
    <message>
        <source>{voters} voters so far ({words}), preliminary</source>
        <translation>indiyədək {voters} seçici ({words}), ilkin</translation>
    </message>
    <message>
        <source>Preliminary: these numbers stand in no protocol and fill nothing in. The hours of this day: {hours}.</source>
        <translation>İlkin: bu saylar heç bir protokolda dayanmır və heç nəyi doldurmur. Bu günün saatları: {hours}.</translation>
    </message>
    <message>
        <source>Preliminary: these numbers stand in no protocol and fill nothing in.</source>
        <translation>İlkin: bu saylar heç bir protokolda dayanmır və heç nəyi doldurmur.</translation>
    </message>
    <message>
        <source>Reports of the day</source>
        <translation>Günün məlumatları</translation>
    </message>
    <message>
        <source>Hour of the report</source>
        <translation>Məlumatın saatı</translation>
    </message>
    <message>
        <source>Voters so far, preliminary</source>
        <translation>İndiyədək səs verənlər, ilkin</translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation>Yazıya al</translation>
    </message>
</context>
<context>
    <name>VariancePart</name>
    <message>
        <source>A second member confirms the recorded variance</source>
        <translation>Qeydə alınan uyğunsuzluğu ikinci üzv təsdiq edir</translation>
    </message>
    <message>
        <source>PIN of the member who confirms</source>
        <translation>Təsdiq edən üzvün PIN-i</translation>
    </message>
    <message>
        <source>Record the variance</source>
        <translation>Uyğunsuzluğu qeydə al</translation>
    </message>
</context>
</TS>
