<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="az" sourcelanguage="en">
<context>
    <name>AttendancePage</name>
    <message>
        <source>absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation type="unfinished">İştirak</translation>
    </message>
    <message>
        <source>Mark who is present, then choose who sits at the laptop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sits at the laptop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Present: {count} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {office}: present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, {office}: absent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: sits at the laptop</source>
        <translation type="unfinished"></translation>
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
        <translation>Səsvermənin bitməsi</translation>
    </message>
    <message>
        <source>Before opening</source>
        <translation>Qutular açılmazdan əvvəl</translation>
    </message>
    <message>
        <source>Slip for all present</source>
        <translation>Hamı üçün vərəqə</translation>
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
        <translation>Çeşidləmə və sayma</translation>
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
        <translation>Protokol kitabçası</translation>
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
    <name>CloseVotingPage</name>
    <message>
        <source>Write the time as four digits, as in 1900.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chair announces the close; who is in the station still votes. Voting ends here at {hour}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close of voting</source>
        <translation type="unfinished">Səsvermənin bitməsi</translation>
    </message>
    <message>
        <source>Close announced at (time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last vote cast at (time)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Voting ended early: who decided it, and why</source>
        <translation type="unfinished"></translation>
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
    <message>
        <source>Count in bundles of {size} instead</source>
        <translation>{size} vərəqlik bağlamalarla yazmaq</translation>
    </message>
    <message>
        <source>Write totals instead</source>
        <translation>Yekun sayları yazmaq</translation>
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
    <name>Foot</name>
    <message>
        <source>Save and stop</source>
        <translation>Saxla və dayan</translation>
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
    <name>Guide</name>
    <message>
        <source>chair</source>
        <translation>sədr</translation>
    </message>
    <message>
        <source>deputy</source>
        <translation>sədr müavini</translation>
    </message>
    <message>
        <source>secretary</source>
        <translation>katib</translation>
    </message>
    <message>
        <source>member</source>
        <translation>üzv</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everybody present has a key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys of the members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each member types a PIN of eight digits or more, twice, unseen by others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN, eight digits or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys made: {count} of {of}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{office}, has a key</source>
        <translation type="unfinished"></translation>
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
    <name>Refusals</name>
    <message>
        <source>The disk did not take this ({reason}). Make room or free the disk, then try again.</source>
        <translation>Disk bunu qəbul etmədi ({reason}). Diskdə yer açın, sonra yenidən cəhd edin.</translation>
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
        <translation>Çeşidləmə və sayma</translation>
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
        <translation>Bülletenləri qalaqlara ayırın və hər qalağı sayın. Hər rəqəmi kağızınızdan yazın.</translation>
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
        <source>write a figure, or 0 if there are none</source>
        <translation>rəqəm yazın, yoxdursa 0 yazın</translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation>yalnız 0-dan 9-a qədər rəqəmlərlə yazın</translation>
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
    <name>TakeoverPage</name>
    <message>
        <source>Choose the member who sits down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A member who did not write the first figures writes them again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A member who did not write the booklet reads it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another member sits down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sits down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your own PIN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
