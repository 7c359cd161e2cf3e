using SearchNews.Lucene.Analysis;

namespace SearchNews.Lucene.Tests.Analysis;

public sealed class WordTableTests
{
    [Fact]
    public void Add_ManyWords_NumbersEachOnceInOrderOfArrival()
    {
        Random random = Seeds.Random();
        WordTable table = new(1 << 12);
        Dictionary<string, int> expected = new(StringComparer.Ordinal);
        char[] buffer = new char[16];
        for (int i = 0; i < 50_000 && expected.Count < table.Capacity; i++)
        {
            // What stands behind the word must not matter; zeros and shared beginnings are what padding gets wrong.
            for (int c = 0; c < buffer.Length; c++) buffer[c] = (char)random.Next(random.Next(2) == 0 ? 3 : 0x500);
            string word = new([.. Enumerable.Range(0, random.Next(WordTable.MaxLength + 1)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 2 : 128))]);
            word.CopyTo(buffer);
            if (!expected.TryGetValue(word, out int number)) expected[word] = number = expected.Count;
            WordTable.TryMakeKey(buffer, word.Length, out WordTable.Key key).ShouldBeTrue();
            table.Add(key).ShouldBe(number);
        }

        table.Count.ShouldBe(expected.Count);
        expected.Count.ShouldBeGreaterThan(1_000);
    }

    [Fact]
    public void TryMakeKey_AnyWord_IsItsBytesAndLength()
    {
        for (int round = 0; round < 200; round++)
        {
            Random random = Seeds.Random(round);
            char[] buffer = [.. Enumerable.Range(0, 20).Select(_ => (char)random.Next(0x10000))];
            int length = random.Next(WordTable.MaxLength + 1);
            byte[] expected = new byte[16];
            for (int i = 0; i < length; i++) buffer[i] = (char)(expected[i] = (byte)random.Next(128));
            expected[^1] = (byte)length;

            WordTable.TryMakeKey(buffer, length, out WordTable.Key key).ShouldBeTrue();

            key.ShouldBe(new WordTable.Key(BitConverter.ToUInt64(expected), BitConverter.ToUInt64(expected, 8)), $"round {round}");
        }
    }

    [Fact]
    public void TryMakeKey_LongOrNotAscii_IsRefused()
    {
        char[] buffer = new char[256];
        buffer.AsSpan().Fill('a');
        WordTable.TryMakeKey(buffer, WordTable.MaxLength, out _).ShouldBeTrue();
        WordTable.TryMakeKey(buffer, WordTable.MaxLength + 1, out _).ShouldBeFalse();
        foreach (char c in "\u0080\u00FFŒ\u8000\uFF41\u0161")
        {
            for (int at = 0; at < WordTable.MaxLength; at++)
            {
                buffer[at] = c;
                WordTable.TryMakeKey(buffer, WordTable.MaxLength, out _).ShouldBeFalse();
                WordTable.TryMakeKey(buffer, at, out _).ShouldBeTrue();
                buffer[at] = 'a';
            }
        }
    }
}
