using System.Text;
using SearchNews.Articles.Text;

namespace SearchNews.Articles.Tests.Text;

public sealed class MojibakeTests
{
    [Theory]
    [InlineData("a â€“ b â€” c", "a – b — c")]
    [InlineData("â€˜aâ€™ â€œbâ€\u009D â€¢ câ€¦", "‘a’ “b” • c…")]
    [InlineData("â\u0080\u0093 â\u0080\u0099", "– ’")]
    [InlineData("Windowsâ„¢ AzureÂ® Â© Â\u00A0Â«xÂ»", "Windows™ Azure® © \u00A0«x»")]
    [InlineData("CafÃ© naÃ¯ve MÃ¼ller Ã±andÃº Ã\u00A0", "Café naïve Müller ñandú à")]
    [InlineData("Ã–sterreich, Ã“scar, Ã‘andÃº", "Österreich, Óscar, Ñandú")]
    [InlineData("â‚¬5 â†’ â‰¤ âœ“", "€5 → ≤ ✓")]
    [InlineData("ðŸ˜€ ðŸš€", "😀 🚀")]
    [InlineData("ï»¿title", "\uFEFFtitle")]
    [InlineData("eï¬\u0083cient", "eﬃcient")]
    [InlineData("ÐŸÑ€Ð¸Ð²ÐµÑ‚ Ð² Ð¼Ð¸Ñ€Ðµ", "Привет в мире")]
    [InlineData("æ—¥æœ¬èªž", "日本語")]
    [InlineData("Ã¢â‚¬â€œ", "–")]
    public void Repair_Mojibake_IsUndone(string text, string expected) => Mojibake.Repair(text).ShouldBe(expected);

    /// <summary>Right text whose bytes happen to be UTF-8 too, and text that is broken beyond certainty.</summary>
    [Theory]
    [InlineData("plain")]
    [InlineData("BEYONCÉ’S “CAFÉ” and «CAFÉ»")]
    [InlineData("CAFÉ»")]
    [InlineData("liberté\u00A0» et voilà\u00A0»")]
    [InlineData("MAÇÃ” IRMÃ’ AMANHÃ… AVELÃ– FÃ— CHÃ»")]
    [InlineData("coborâ…” hotărâ…”")]
    [InlineData("Spaß” Groß– Maß…")]
    [InlineData("NAÏVE’S ÜBER” Ø’")]
    [InlineData("Zürich–Genève, Ångström, Łódź, İstanbul")]
    [InlineData("Â and Ã and â and ð")]
    [InlineData("â€")]
    [InlineData("â€ broken")]
    [InlineData("Ã")]
    [InlineData("Привет 日本語 😀 – “x”")]
    public void Repair_NotCertain_IsTheSameInstance(string text) => Mojibake.Repair(text).ShouldBeSameAs(text);

    /// <summary>Typographic text that goes through the mistake comes back, byte for byte.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Repair_MistakeMade_RoundTrips(bool latin1)
    {
        string[] words = ["Azure", "–", "—", "“quoted”", "it’s", "…", "®", "™", "©", "café", "Müller", "naïve", "señor", "10 €", "😀", "•", "½", "°C", "→", "£5"];
        Random random = SearchNews.Testing.Seeds.Random();
        for (int i = 0; i < 2_000; i++)
        {
            string text = string.Join(' ', Enumerable.Range(0, random.Next(1, 10)).Select(_ => words[random.Next(words.Length)]));

            Mojibake.Repair(Mistake(text, latin1)).ShouldBe(text);
        }
    }

    [Fact]
    public void ToByte_EveryByte_RoundTrips()
    {
        for (int value = 0; value < 256; value++)
            Windows1252.ToByte(Windows1252.ToChar((byte)value)).ShouldBe(value);
        Windows1252.ToByte('\u0394').ShouldBe(-1);
    }

    private static string Mistake(string text, bool latin1) =>
        string.Concat(Encoding.UTF8.GetBytes(text).Select(b => latin1 ? (char)b : Windows1252.ToChar(b)));
}
