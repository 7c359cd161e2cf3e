using SearchNews.Search.Highlighting;
using SearchNews.Search.Responses;

namespace SearchNews.Search.Tests.Highlighting;

public sealed class BestPassageTests
{
    private static readonly string Filler = string.Join(' ', Enumerable.Repeat("Some words that nobody looks for stand here.", 10));

    [Fact]
    public void Find_ShortExcerpt_IsShownWhole()
    {
        string excerpt = "Glacier " + Filler[..(BestPassage.MaxWhole - 8)];

        Passage("glacier", excerpt).ShouldBe("<mark>Glacier</mark>" + excerpt[7..]);
    }

    [Fact]
    public void Find_OneMatch_IsShownWithItsSentence()
    {
        string passage = Passage("glacier", $"{Filler} A glacier melts. {Filler}");

        passage.ShouldStartWith("… A <mark>glacier</mark> melts. Some words");
        passage.ShouldEndWith("stand here. …");
    }

    [Fact]
    public void Find_SeveralPlaces_TakesTheOneWithMostWords() =>
        Passage("glacier comet orchid", $"A glacier, a glacier. {Filler} The comet and the orchid. {Filler}").ShouldContain("The <mark>comet</mark> and the <mark>orchid</mark>.");

    [Fact]
    public void Find_RareAndFrequentWord_TakesTheRareOne()
    {
        string excerpt = $"The cloud, a cloud. {Filler} A glacier melts. {Filler}";
        using TestIndex index = TestIndex.Of([SomeArticles.Titled("long", "", excerpt), .. Enumerable.Range(0, 9).Select(i => SomeArticles.Titled($"a{i}", "cloud"))]);

        Highlighted.By(index, "cloud glacier", "", excerpt).Excerpt.ShouldHaveSingleItem().ShouldContain("A <mark>glacier</mark> melts.");
    }

    [Fact]
    public void Find_MatchAtEitherEnd_FillsThePassage()
    {
        string atEnd = Passage("glacier", $"{Filler} A glacier.");
        atEnd.ShouldEndWith("A <mark>glacier</mark>.");
        atEnd.Length.ShouldBeGreaterThan(BestPassage.MaxLength * 3 / 5);
        string atStart = Passage("glacier", $"Glacier. {Filler}");
        atStart.ShouldStartWith("<mark>Glacier</mark>. Some");
        atStart.ShouldEndWith(" …");
    }

    [Fact]
    public void Find_NoMatch_IsEmpty()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("one", "glacier", Filler));

        Highlighted.By(index, "glacier", "glacier", Filler).Excerpt.ShouldBeEmpty();
    }

    [Fact]
    public void Find_AnyLongText_IsBoundedWholeAndHoldsAMatch()
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("one", "cloud"));
        for (int round = 0; round < 300; round++)
        {
            Random random = Seeds.Random(round);
            string[] joints = [" ", " ", " ", ". ", "! ", ".", "-", "", "\u3000", "。", " \u0301", "\U0001F680"];
            string excerpt = string.Concat(Enumerable.Range(0, random.Next(20, 300)).Select(_ => (random.Next(12) == 0 ? "glacier" : SomeArticles.Words[random.Next(SomeArticles.Words.Length)]) + joints[random.Next(joints.Length)]));
            Highlights highlights = Highlighted.By(index, "glacier", "", excerpt);
            if (highlights.Excerpt.Count == 0) continue;
            (string shown, HighlightSpan[] marks) = MarkedHtml.Read(highlights.Excerpt.ShouldHaveSingleItem());
            marks.ShouldNotBeEmpty();
            string passage = shown[(shown.StartsWith("… ", StringComparison.Ordinal) ? 2 : 0)..^(shown.EndsWith(" …", StringComparison.Ordinal) ? 2 : 0)];
            excerpt.ShouldContain(passage);
            passage.Length.ShouldBeLessThanOrEqualTo(BestPassage.MaxWhole);
            if (excerpt.Length > BestPassage.MaxWhole) passage.Length.ShouldBeInRange(1, BestPassage.MaxLength + 10);
            else passage.ShouldBe(excerpt);
        }
    }

    private static string Passage(string query, string excerpt)
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("one", "", excerpt), SomeArticles.Titled("two", "cloud"));
        return Highlighted.By(index, query, "", excerpt).Excerpt.ShouldHaveSingleItem();
    }
}
