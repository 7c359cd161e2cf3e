using SearchNews.Lucene.Analysis;
using SearchNews.Lucene.Index.Buffering;

namespace SearchNews.Lucene.Tests.Index.Buffering;

public sealed class WordTermsTests
{
    [Fact]
    public void TryFind_AnyNotes_GivesTheLastOfEachNumber()
    {
        Random random = Seeds.Random();
        WordTerms terms = new();
        Dictionary<int, (long Word, int Term)> expected = [];
        for (int i = 0; i < 5_000; i++)
        {
            int number = random.Next(300);
            long word = ((long)random.Next(1, 4) << 32) | (uint)number;
            terms.TryFind(word, out int found).ShouldBe(expected.TryGetValue(number, out (long Word, int Term) noted) && noted.Word == word);
            if (noted.Word == word) found.ShouldBe(noted.Term);
            if (random.Next(2) == 0) continue;
            terms.Note(word, i);
            expected[number] = (word, i);
        }
    }

    [Fact]
    public void TryFind_UnknownWord_FindsNothing()
    {
        WordTerms terms = new();
        terms.Note(Token.NoWord, 1);
        terms.RamBytes.ShouldBe(0);
        terms.TryFind(Token.NoWord, out _).ShouldBeFalse();
        terms.TryFind(1L << 32, out _).ShouldBeFalse();
    }
}
