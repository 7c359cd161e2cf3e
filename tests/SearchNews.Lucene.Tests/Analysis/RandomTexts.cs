using System.Text;
using SearchNews.Testing;

namespace SearchNews.Lucene.Tests.Analysis;

/// <summary>
/// Random strings of code points assigned in Unicode 9, most of them of the kinds that tokenizers treat specially, some
/// long enough to be split.
/// </summary>
internal static class RandomTexts
{
    // What joins, sticks, quotes or is joined. One in the list stands for its class, so it may well be there twice.
    private static readonly string[] Special =
    [
        "a", "e", "s", "B", "I", "\u0130", "é", "ß", "ﬁ", "Ⓐ", "\U0001D400", "\U00010400", "ᏸ", "0", "7", "٣", "１", "\U0001D7D0",
        ".", ",", ";", ":", "'", "\"", "’", "‘", "＇", "·", "․", "_", "‿", "#", "*", "+", "-", "&", "/", " ", "\n", "\t", "\\",
        "א", "ש", "׳", "ア", "ー", "ｱ", "㍿", "あ", "\U0001B001", "中", "\U00020000", "한", "가", "ᄀ", "ก", "ั", "ລ", "ខ", "မ",
        "\u0301", "\u0903", "\u00AD", "\u200B", "\u200D", "\u200D", "\u20E3", "\uFE0E", "\uFE0F", "\U000E0067", "\U000E007F",
        "😀", "❤", "♀", "☝", "👋", "👨", "🏻", "🏿", "🇦", "🇿", "ℹ", "Ⓜ", "🅰", "©", "🏴", "\u2028", "'s", "’S", "'s ", " the ", " of ",
        "C#", "c++", ".net", "F#", "AZ-500", "AT&T", "U.S.", "running ", "nationalization", "happy", "ies", "ational",
    ];

    private static readonly int[] SplitLengths = [254, 255, 256, 509, 510, 511, 512];

    public static List<string> Create(int count, int seed)
    {
        var texts = new List<string>(count);
        for (int round = 0; round < count; round++)
            texts.Add(Create(Seeds.Of(seed, round)));
        return texts;
    }

    public static string Create(Random random) => random.Next(40) switch
    {
        0 => Long(random),
        < 10 => Assigned(random),
        < 16 => Words(random),
        < 28 => Mixed(random),
        _ => SpecialOnly(random, random.Next(1, 14)),
    };

    private static string Assigned(Random random)
    {
        var text = new StringBuilder();
        for (int i = random.Next(24); i >= 0; i--)
            Append(text, random);
        return text.ToString();
    }

    private static string SpecialOnly(Random random, int length)
    {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++)
            text.Append(Some.Of<string>(random, Special));
        return text.ToString();
    }

    private static string Mixed(Random random)
    {
        var text = new StringBuilder();
        for (int i = random.Next(20); i >= 0; i--)
        {
            if (random.Next(3) == 0)
                Append(text, random);
            else
                text.Append(Some.Of<string>(random, Special));
        }

        return text.ToString();
    }

    private static string Words(Random random)
    {
        var text = new StringBuilder();
        for (int i = random.Next(12); i >= 0; i--)
            text.Append(Some.Word(random)).Append(Some.Of<string>(random, " ", " ", "ing ", "ed ", "s ", "'s ", " is ", ". ", "-", "."));
        return text.ToString();
    }

    // A run up to just before, at or after a multiple of the longest token, and then whatever may be cut apart there.
    private static string Long(Random random)
    {
        var text = new StringBuilder(SpecialOnly(random, random.Next(4)));
        string run = Some.Of<string>(random, Special);
        int end = text.Length + Some.Of<int>(random, SplitLengths) - random.Next(5);
        while (text.Length < end)
            text.Append(random.Next(100) == 0 ? Some.Of<string>(random, Special) : run);
        return text.Append(SpecialOnly(random, random.Next(1, 8))).ToString();
    }

    private static void Append(StringBuilder text, Random random) =>
        text.Append(new Rune(Some.Of<int>(random, Unicode9.CodePoints)).ToString());
}
