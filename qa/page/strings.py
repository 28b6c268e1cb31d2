"""The words of the page, in Turkish and English."""

from typing import Final

LANGUAGES: Final = ("tr", "en")

_PAIRS: Final[dict[str, tuple[str, str]]] = {
    # the frame
    "tagline": (
        "Türkçe metinlere sorun, cevabı dayandığı cümleyle görün.",
        "Ask Turkish texts; see the answer with the sentence it rests on.",
    ),
    "switch_language": ("English", "Türkçe"),
    "switch_language_label": ("Switch to English", "Türkçeye geç"),
    "switch_theme": ("Açık/koyu", "Light/dark"),
    "skip": ("Soru kutusuna geç", "Skip to the question box"),
    "tab_ask": ("Sor", "Ask"),
    "tab_sources": ("Kaynaklar", "Sources"),
    "tab_benchmark": ("Ölçüm", "Benchmark"),
    "tab_feedback": ("Geri bildirim", "Feedback"),
    # asking
    "welcome_title": ("Ne öğrenmek istersiniz?", "What would you like to know?"),
    "welcome_text": (
        "Türkçe ya da İngilizce sorun. Her cevap metinden alınır; dayandığı cümle yanında durur. "
        "Metinde yoksa, yok denir.",
        "Ask in Turkish or English. Every answer is taken from the texts, beside the sentence that it rests on. "
        "What is not in the texts is not answered.",
    ),
    "welcome_empty": (
        "Henüz kaynak yok. Kaynaklar sekmesinden bir metin ekleyin.",
        "There are no sources yet. Add a text in the Sources tab.",
    ),
    "examples": ("Örnek sorular", "Example questions"),
    "question_label": ("Sorunuz", "Your question"),
    "question_placeholder": ("Türkçe ya da İngilizce sorun", "Ask in English or Turkish"),
    "send": ("Sor", "Ask"),
    "clear": ("Yeni sohbet", "New conversation"),
    "searching": ("Metinlerde aranıyor…", "Searching the texts…"),
    "failed": ("Cevap alınamadı. Yeniden deneyin.", "No answer came. Please try again."),
    "question_said": ("Soru", "Question"),
    "conversation": ("Sohbet", "Conversation"),
    # answers
    "answer": ("Cevap", "Answer"),
    "understood": ("Şöyle anlaşıldı", "Understood as"),
    "verbatim": ("Metinde", "In the text"),
    "not_rendered": (
        "İngilizcesi verilemeyen sözler Türkçe bırakıldı.",
        "Words that could not be put into English are left in Turkish.",
    ),
    "calculation": ("Hesap", "Calculation"),
    "citations": ("Dayandığı cümle", "The sentence it rests on"),
    "citations_many": ("Dayandığı cümleler", "The sentences it rests on"),
    "show_source": ("Kaynakta göster", "Show in the source"),
    "refused": ("Cevap bulunamadı", "No answer found"),
    "related": ("En yakın cümleler", "The nearest sentences"),
    "sure_high": ("Çok emin", "Very sure"),
    "sure_good": ("Oldukça emin", "Fairly sure"),
    "sure_fair": ("Pek emin değil, kaynağa bakın", "Not very sure, check the source"),
    "sure_low": ("Emin değil, kaynağa bakın", "Unsure, check the source"),
    "sure_title": (
        "Sınanmış doğru çıkma olasılığı: böyle sayılan 100 cevaptan kaçının doğru çıktığı",
        "Calibrated probability: of 100 answers with this figure, about so many are right",
    ),
    "seconds": ("{seconds} sn", "{seconds} s"),
    "suggestions": ("Sıradaki sorular", "Next questions"),
    # feedback under an answer
    "is_right": ("Cevap doğru mu?", "Is the answer right?"),
    "right": ("Doğru", "Right"),
    "wrong": ("Yanlış", "Wrong"),
    "thanks": ("Teşekkürler, kaydedildi.", "Thank you, noted."),
    "correction_label": ("Doğru cevap (isteğe bağlı)", "The right answer (optional)"),
    "correction_send": ("Gönder", "Send"),
    # the source panel
    "source": ("Kaynak", "Source"),
    "source_pick": ("Başka bir metin aç…", "Open another text…"),
    "source_text": ("Kaynak metin", "Text of the source"),
    "source_gone": ("Bu metin artık kaynaklar arasında değil.", "This text is no longer among the sources."),
    "source_none": ("Gösterilecek kaynak yok.", "There is no source to show."),
    "close": ("Kapat", "Close"),
    "characters": ("{count} karakter", "{count} characters"),
    # the sources tab
    "sources_title": ("Sorulan metinler", "The texts that are asked"),
    "column_title": ("Başlık", "Title"),
    "column_date": ("Tarih", "Date"),
    "column_length": ("Uzunluk", "Length"),
    "column_passages": ("Parça", "Passages"),
    "column_action": ("İşlem", "Action"),
    "bundled": ("Kalıcı", "Permanent"),
    "remove": ("Kaldır", "Remove"),
    "remove_label": ("Kaldır: {title}", "Remove: {title}"),
    "removed": ("“{title}” kaldırıldı.", "“{title}” was removed."),
    "add_title": ("Metin ekle", "Add a text"),
    "add_hint": (
        "Eklenen metin yalnız bu bilgisayarda saklanır ve hemen sorulabilir.",
        "An added text is kept on this computer alone and can be asked about at once.",
    ),
    "paste_title_label": ("Başlık", "Title"),
    "paste_title_placeholder": ("Boş bırakılırsa metinden alınır", "Taken from the text if left empty"),
    "paste_text_label": ("Metin", "Text"),
    "paste_text_placeholder": ("Metni buraya yapıştırın", "Paste the text here"),
    "paste_add": ("Metni ekle", "Add the text"),
    "files_label": ("Dosyalar (.txt, .md)", "Files (.txt, .md)"),
    "files_add": ("Dosyaları ekle", "Add the files"),
    "adding": ("{done} / {total} parça işlendi", "{done} of {total} passages done"),
    "time_left": ("yaklaşık {seconds} sn kaldı", "about {seconds} s left"),
    "reading": ("Okunuyor…", "Reading…"),
    "added": ("Eklendi: “{title}”", "Added: “{title}”"),
    "duplicate": ("“{name}” zaten var: “{title}”", "“{name}” is already here: “{title}”"),
    "unreadable": ("“{name}” okunamadı: {reason}", "“{name}” could not be read: {reason}"),
    "unsaved": ("“{name}” saklanamadı: {reason}", "“{name}” could not be saved: {reason}"),
    "nothing_to_add": ("Eklenecek bir şey yok.", "There is nothing to add."),
    "too_many": ("Bir kerede en çok {count} dosya eklenir.", "At most {count} files can be added at once."),
    "reason_type": ("yalnız .txt ve .md dosyaları", "only .txt and .md files"),
    "reason_large": ("{megabytes} MB sınırını aşıyor", "larger than {megabytes} MB"),
    "reason_utf16": ("UTF-16 ile yazılmış; UTF-8 olarak kaydedin", "it is UTF-16; save it as UTF-8"),
    "reason_encoding": ("UTF-8 değil; UTF-8 olarak kaydedin", "it is not UTF-8; save it as UTF-8"),
    "reason_binary": ("metin değil", "it is not text"),
    "reason_empty": ("içinde metin yok", "it holds no text"),
    "reason_front": ("başındaki bilgiler bozuk: {detail}", "its front matter is malformed: {detail}"),
    # the benchmark tab
    "benchmark_text": (
        "Cevapları bilinen soruları sorar ve doğru çıkanları sayar. Sonuçlar bu bilgisayarda saklanır.",
        "Asks questions whose answers are known, and counts what is right. Results are kept on this computer.",
    ),
    "benchmark_set": ("Soru kümesi", "Evaluation set"),
    "benchmark_count": ("Soru sayısı (boş: hepsi)", "Number of questions (empty: all)"),
    "benchmark_run": ("Başlat", "Run"),
    "benchmark_stop": ("Durdur", "Stop"),
    "benchmark_state": ("{done} / {total} soru", "{done} of {total} questions"),
    "benchmark_failed": ("Ölçülemedi: {reason}", "Could not be measured: {reason}"),
    "benchmark_caption": ("{set}: {count} soru, {date}", "{set}: {count} questions, {date}"),
    "benchmark_slice": ("Tür", "Kind"),
    "benchmark_n": ("Sayı", "Count"),
    "benchmark_total": ("Hepsi", "All"),
    "benchmark_tr": ("Türkçe", "Turkish"),
    "benchmark_en": ("İngilizce", "English"),
    "score_overall": ("Doğru", "Right"),
    "score_em": ("Birebir", "Exact"),
    "score_f1": ("F1", "F1"),
    "score_cited": ("Cümlesi doğru", "Sentence right"),
    "score_refused": ("Yok denen", "Refused"),
    "score_note": (
        "Yüzde olarak, ± %95 güven aralığının yarısı. “Yok denen”: metinde cevabı olmayan sorulardan.",
        "In percent, ± half of the 95% interval. “Refused”: of the questions that the texts do not answer.",
    ),
    "plot_calibration": ("Söylenen güven ve gerçekleşen doğruluk", "Stated confidence and measured accuracy"),
    "plot_calibration_text": (
        "Noktalar çizgiye ne kadar yakınsa güven o kadar doğru söylenmiştir.",
        "The nearer the points are to the line, the truer the stated confidence.",
    ),
    "plot_confidence": ("güven", "confidence"),
    "plot_accuracy": ("doğruluk", "accuracy"),
    "plot_risk": ("Cevaplanan pay ve yanlış payı", "Share answered and share wrong"),
    "plot_risk_text": (
        "En emin olunan cevaplar önce; eğri alçaldıkça yanlışlar azalır.",
        "The surest answers first; the lower the curve, the fewer are wrong.",
    ),
    "plot_coverage": ("cevaplanan", "answered"),
    "plot_wrong": ("yanlış", "wrong"),
    "failures": ("Yanlış çıkanlar ({count})", "What went wrong ({count})"),
    "failure_said": ("Söylenen", "Said"),
    "failure_expected": ("Beklenen", "Expected"),
    "failure_open": ("Sohbette aç", "Open in the chat"),
    "failure_refusal": ("cevap yok", "no answer"),
    # the feedback tab
    "feedback_title": ("Verilen geri bildirimler", "Feedback given"),
    "feedback_none": ("Henüz geri bildirim yok.", "No feedback yet."),
    "feedback_export": ("Değerlendirme soruları olarak indir", "Download as evaluation items"),
    "column_when": ("Zaman", "When"),
    "column_question": ("Soru", "Question"),
    "column_answer": ("Cevap", "Answer"),
    "column_verdict": ("Değerlendirme", "Verdict"),
    "column_correction": ("Düzeltme", "Correction"),
    "no_answer": ("cevap yok", "no answer"),
}

STRINGS: Final[dict[str, dict[str, str]]] = {
    language: {key: pair[place] for key, pair in _PAIRS.items()} for place, language in enumerate(LANGUAGES)
}


def say(key: str, language: str, **values: object) -> str:
    """Return the words for `key`, with `values` put in; not escaped. Unknown languages read English."""
    words = STRINGS.get(language, STRINGS["en"])[key]
    return words.format(**values) if values else words
