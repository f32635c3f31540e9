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
    <name>FindingWords</name>
    <message>
        <source>{title} (box {box})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left side {left}; right side {right}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FindingsPage</name>
    <message>
        <source>Read each one aloud, look at the paper, then write what was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review of the figures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to find: everything that can be compared agrees.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: {left} of {of}</source>
        <translation type="unfinished">Qalıb: {left} / {of}</translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A figure changed since this was written: “{words}”. Write it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The commission declares all votes of this box invalid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The commission decides otherwise and writes why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision of the commission</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members who carried the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explanation: what happened, who saw it, when</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is that right? Your answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why the figures stay as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Act on the mobile box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decision and its reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not count again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it in your own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>choose what the commission decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark the members who carried the box</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count the pile again, until two counts agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>record the variance, or count again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation type="unfinished">yalnız 0-dan 9-a qədər rəqəmlərlə yazın</translation>
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
        <source>Election</source>
        <translation>Seçki</translation>
    </message>
    <message>
        <source>Station</source>
        <translation>Məntəqə</translation>
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
        <source>Commission</source>
        <translation>Komissiya</translation>
    </message>
    <message>
        <source>Station secret</source>
        <translation>Məntəqənin gizli kodu</translation>
    </message>
    <message>
        <source>Digest</source>
        <translation>Paketin xülasə kodu</translation>
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
    <name>Reason</name>
    <message>
        <source>These lines have no figure yet: {about}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These candidates have no figure yet: {about}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These findings wait for an answer: {about}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask these members what they do: {about}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too few members sign. Without the others there is only a draft.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of these must be among the signers: {about}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A separate opinion is announced and not written: {about}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Series and number of the booklet are missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The close of voting is not recorded yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecountRows</name>
    <message>
        <source>{place}: counted again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>write it with the digits 0 to 9 only</source>
        <translation type="unfinished">yalnız 0-dan 9-a qədər rəqəmlərlə yazın</translation>
    </message>
    <message>
        <source>counted once: count it once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last two counts differ: count it once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>two counts agree: this figure stands</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask observers and members: their words go into the protocol as they say them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose opinion it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, organisation, accreditation number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In their own words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None, continue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the member whose opinion it is.</source>
        <translation type="unfinished"></translation>
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
    <name>SlipPage</name>
    <message>
        <source>Saved: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip for all present</source>
        <translation type="unfinished">Hamı üçün vərəqə</translation>
    </message>
    <message>
        <source>Give it to everybody before a seal is cut: these figures stand now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fixed at {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the slip, {part} of {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no printer here. Save the slip, or let everybody copy it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent to {printer}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not take it. Save the slip instead.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StancesPage</name>
    <message>
        <source>What each member does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask each member by name. After that the protocol is closed for signing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this member does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left: {left} of {of}</source>
        <translation type="unfinished">Qalıb: {left} / {of}</translation>
    </message>
    <message>
        <source>Close the protocol</source>
        <translation type="unfinished"></translation>
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
        <source>A night is under way</source>
        <translation>Başlanmış gecə var</translation>
    </message>
    <message>
        <source>Everything that was written is here. The earlier night is always kept.</source>
        <translation>Yazılanların hamısı buradadır. Əvvəlki gecə həmişə saxlanılır.</translation>
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
<context>
    <name>VariancePart</name>
    <message>
        <source>A second member confirms the recorded variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN of the member who confirms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record the variance</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
