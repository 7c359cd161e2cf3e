using SearchNews.Articles.Text;

namespace SearchNews.Articles.Tests.Text;

public sealed class ArticleCleanerTests
{
    [Theory]
    // Nothing to do.
    [InlineData("", "")]
    [InlineData("Plain text.", "Plain text.")]
    [InlineData("R&D, Q&A and AT&T", "R&D, Q&A and AT&T")]
    [InlineData("a < b && b > c", "a < b && b > c")]
    [InlineData("Understanding List<T> and Dictionary<string, int>", "Understanding List<T> and Dictionary<string, int>")]
    [InlineData("I <3 Azure", "I <3 Azure")]
    [InlineData("mail <me@a.example>", "mail <me@a.example>")]
    [InlineData("“quotes” – dashes — ® ™ é 日本 😀", "“quotes” – dashes — ® ™ é 日本 😀")]
    // White space.
    [InlineData("  two  blanks \t here\r\nand\n\nthere ", "two blanks here and there")]
    [InlineData("no\u00A0break\u202F\u3000spaces\u2028and\u0085ends", "no break spaces and ends")]
    [InlineData("control\u0000\u0007\u001B[31mcharacters", "control [31mcharacters")]
    [InlineData(" \u00A0\t", "")]
    // Invisible characters.
    [InlineData("\uFEFFbyte order\uFEFF mark", "byte order mark")]
    [InlineData("Azure\u200B\u200B\u200B advanced", "Azure advanced")]
    [InlineData("detection\u200B ", "detection")]
    [InlineData("Micro\u00ADsoft", "Microsoft")]
    [InlineData("bidi \u202Eevil\u202C \u2066x\u2069", "bidi evil x")]
    [InlineData("a\u200Db", "ab")]
    [InlineData("👩\u200D💻 and ❤\uFE0F\u200D🔥", "👩\u200D💻 and ❤\uFE0F\u200D🔥")]
    [InlineData("می\u200Cخواهم", "می\u200Cخواهم")]
    // Entities.
    [InlineData("Azure &amp; AWS", "Azure & AWS")]
    [InlineData("it&#039;s &#8217; &#x2019; &#X2019;", "it's ’ ’ ’")]
    [InlineData("&lsquo;a&rsquo; &ndash; b&hellip; c&nbsp;d &apos;e&apos;", "‘a’ – b… c d 'e'")]
    [InlineData("twice &amp;#39;escaped&amp;#39; &amp;amp; &amp;quot;more&amp;quot;", "twice 'escaped' & \"more\"")]
    [InlineData("&#038; &#38;amp; &#38;#38;#8211;", "& & –")]
    [InlineData("&#128512; &#x1F600;", "😀 😀")]
    [InlineData("&#150; &#146; &#128;", "– ’ €")]
    [InlineData("&unknown; &#xD83D; &#0; &#1114112; &#99999999999; &; &#; &#x; &amp", "&unknown; &#xD83D; &#0; &#1114112; &#99999999999; &; &#; &#x; &amp")]
    [InlineData("?a=1&copy=2&reg", "?a=1&copy=2&reg")]
    [InlineData("&thetasym;&Omega;", "ϑΩ")]
    // Tags.
    [InlineData("<p>One</p><p>two<br/>three</p>", "One two three")]
    [InlineData("a <b>bold</b>ly <EM>styled</EM> re<i>write</i>", "a boldly styled rewrite")]
    [InlineData("see <a href=\"https://a.example/?x=1>2\" title='>'>here</a>.", "see here.")]
    [InlineData("&lt;p&gt;escaped&lt;/p&gt; &amp;lt;b&amp;gt;twice&amp;lt;/b&amp;gt;", "escaped twice")]
    [InlineData("a<!-- comment <b> -->b<!-- cut off", "a b")]
    [InlineData("a<script>alert('<b>')</script>b<style>p{}</style>c", "a b c")]
    [InlineData("a<script>never closed", "a never closed")]
    [InlineData("<iframe width=\"5\" src=\"https://v.example\"></iframe>text", "text")]
    [InlineData("cut off <a href=\"https://exam", "cut off")]
    [InlineData("cut off <img", "cut off <img")]
    [InlineData("a <b and c", "a <b and c")]
    [InlineData("<o:p>Word</o:p>", "Word")]
    [InlineData("<<b>>", "<>")]
    // Together.
    [InlineData("&acirc;&euro;&trade; &amp;acirc;&amp;euro;&amp;ldquo;", "’ –")]
    [InlineData("ï»¿ Cyient to Release", "Cyient to Release")]
    public void Clean_Text_IsAsPeopleReadIt(string text, string expected) => ArticleCleaner.Clean(text).ShouldBe(expected);

    [Fact]
    public void Clean_LoneSurrogates_BecomeReplacementCharacters()
    {
        ArticleCleaner.Clean("a\uD83D b\uDE00").ShouldBe("a\uFFFD b\uFFFD");
        ArticleCleaner.Clean("\uD83D").ShouldBe("\uFFFD");
    }

    [Fact]
    public void Clean_TagWithALongAddress_IsDropped() =>
        ArticleCleaner.Clean($"a<img src=\"data:{new string('x', 10_000)}\">b").ShouldBe("a b");

    [Fact]
    public void Clean_CleanText_IsTheSameInstance()
    {
        string text = new("Nothing to do here.".AsSpan());
        ArticleCleaner.Clean(text).ShouldBeSameAs(text);
    }

    /// <summary>Each pattern could make a careless scanner look ahead to the end from every place.</summary>
    [Theory]
    [InlineData("<")]
    [InlineData("<a ")]
    [InlineData("<a href=\"")]
    [InlineData("<a x='>")]
    [InlineData("<a x='<a x=\"")]
    [InlineData("<a x=\"<b y='<")]
    [InlineData("<script>")]
    [InlineData("<!-")]
    [InlineData("&")]
    [InlineData("&amp;")]
    [InlineData("&#38;")]
    [InlineData("&#00000000000")]
    [InlineData("&aaaaaaaaaaaa")]
    [InlineData("Ã¢â‚¬â€œ")]
    [InlineData("Ã")]
    [InlineData(" \u200B")]
    public void Clean_HalfAMebibyte_IsQuick(string pattern)
    {
        string text = string.Concat(Enumerable.Repeat(pattern, 512 * 1024 / pattern.Length));
        long start = System.Diagnostics.Stopwatch.GetTimestamp();

        ArticleCleaner.Clean(text).Length.ShouldBeLessThanOrEqualTo(text.Length);

        System.Diagnostics.Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    /// <summary>Any text: the result is well-formed, trimmed, single-spaced and visible.</summary>
    [Fact]
    public void Clean_RandomText_IsWellFormedAndFolded()
    {
        string[] pieces = ["&amp;", "&#39;", "&lt;", "&gt;", "<b>", "</p>", "<a href=\"", "\"", ">", "<", "&", ";", "Ã", "©", "â", "€", "“", "ð", "Ÿ", "\uD83D", "\uDE00", "\u200D", "\0"];
        Random random = SearchNews.Testing.Seeds.Random();
        for (int i = 0; i < 5_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(20)).Select(_ =>
                random.Next(2) == 0 ? pieces[random.Next(pieces.Length)] : SearchNews.Testing.Some.Text(random, 12)));

            string clean = ArticleCleaner.Clean(text);

            clean.Trim().ShouldBe(clean);
            clean.Contains("  ", StringComparison.Ordinal).ShouldBeFalse(text);
            clean.Any(c => c != ' ' && (char.IsWhiteSpace(c) || char.IsControl(c))).ShouldBeFalse(text);
            System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(clean)).ShouldBe(clean);
        }
    }
}
