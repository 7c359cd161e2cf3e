using System.Text;
using SearchNews.Articles.Columns;

namespace SearchNews.Articles.Tests.Columns;

public sealed class BytesListTests
{
    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 0)]
    [InlineData(512, 1)]
    [InlineData(513, 100)]
    [InlineData(3_000, 40)]
    public void Index_AfterManyAdded_IsWhatWasAdded(int count, int longest)
    {
        Random random = Seeds.Random(count);
        string[] texts = [.. Enumerable.Range(0, count).Select(_ => Draw(random, longest))];
        var list = new BytesList();
        for (int i = 0; i < count; i++)
        {
            if (i % 2 == 0) list.Add(texts[i]);
            else list.Add(Encoding.UTF8.GetBytes(texts[i]));
        }

        list.Count.ShouldBe(count);
        Enumerable.Range(0, count).Select(list.TextOf).ShouldBe(texts);
    }

    [Fact]
    public void Compare_RandomTexts_OrdersAsStringsByUnits()
    {
        Random random = Seeds.Random();
        string[] texts = ["", .. Enumerable.Range(0, 400).Select(_ => Draw(random, 3))];
        var list = new BytesList();
        foreach (string text in texts) list.Add(text);
        for (int i = 0; i < texts.Length; i++)
        {
            for (int j = 0; j < texts.Length; j++)
                Math.Sign(list.Compare(i, j)).ShouldBe(Math.Sign(string.CompareOrdinal(texts[i], texts[j])), $"{Escape(texts[i])} and {Escape(texts[j])}");
        }
    }

    // Few characters of every length in UTF-8, so that many texts begin alike; some stand behind the surrogates.
    private static string Draw(Random random, int longest)
    {
        string[] letters = ["a", "b", "/", "é", "\u07FF", "\u0800", "\uD7FF", "\uE000", "\uFFFD", "\U00010000", "\U0001F4F0", "\U0010FFFF"];
        return string.Concat(Enumerable.Range(0, random.Next(longest + 1)).Select(_ => letters[random.Next(letters.Length)]));
    }

    private static string Escape(string text) => string.Concat(text.Select(unit => $"\\u{(int)unit:X4}"));
}
