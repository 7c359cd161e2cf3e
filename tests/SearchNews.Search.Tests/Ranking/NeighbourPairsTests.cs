using SearchNews.Search.QuerySyntax;
using SearchNews.Search.Ranking;
using SearchNews.Search.Requests;

namespace SearchNews.Search.Tests.Ranking;

public sealed class NeighbourPairsTests
{
    [Theory]
    [InlineData("cloud storage", "cloud storag 1")]
    [InlineData("cloud", "")]
    [InlineData("cloud storage network", "cloud storag 1,storag network 1")]
    [InlineData("state of the art", "state art 3")] // stop words take a position each
    [InlineData("the cloud of", "")]
    [InlineData("the cloud of storage in", "cloud storag 2")]
    [InlineData("state-of-the-art engine", "state art 3,art engin 1")]
    [InlineData("a,b,c engine of-the x", "b c 1,c engin 1,engin x 3")] // a is a stop word
    [InlineData("cloud cloud cloud", "cloud cloud 1")]
    [InlineData("cloud storage cloud storage", "cloud storag 1,storag cloud 1")]
    public void Of_PlainWords_PairsNeighboursAtTheirDistance(string words, string expected)
    {
        var runs = new PlainRuns();
        foreach (string word in words.Split(' ')) runs.Add(word);
        Text(NeighbourPairs.Of(runs.ToRuns())).ShouldBe(expected);
    }

    [Fact]
    public void Of_AlternativesAtOnePosition_PairsEachWithEach()
    {
        PlacedTerm[] run = [new("cloud", 0, "cloud"), new("sky", 0, "cloud"), new("storag", 2, "storage"), new("disk", 2, "storage"), new("x", 3, "x")];
        Text(NeighbourPairs.Of([run])).ShouldBe("cloud storag 2,cloud disk 2,sky storag 2,sky disk 2,storag x 1,disk x 1");
    }

    [Fact]
    public void Add_Correction_StandsInTheWordsPlaceForLess()
    {
        var runs = new PlainRuns();
        runs.Add("cloud");
        runs.Add("storrage", "storage", 0.6);
        runs.Add("network");
        IReadOnlyList<NeighbourPair> pairs = NeighbourPairs.Of(runs.ToRuns());
        Text(pairs).ShouldBe("cloud storrag 1,cloud storag 1,storrag network 1,storag network 1");
        pairs.Select(p => (p.FirstWeight, p.SecondWeight)).ShouldBe([(1, 1), (1, 0.6), (1, 1), (0.6, 1)]);
    }

    [Theory]
    [InlineData("cloud storage", "cloud storage:0.5")]
    [InlineData("cloud +storage", "")]
    [InlineData("cloud -storage network", "")]
    [InlineData("cloud OR storage network engine", "network engine:0.5")]
    [InlineData("cloud AND storage", "")]
    [InlineData("cloud title:storage network", "")]
    [InlineData("cloud \"storage network\" engine", "")]
    [InlineData("cloud site:nasa.gov storage", "")]
    [InlineData("cloud (storage engine) network", "")]
    [InlineData("cloud sto* storage~ network engine", "network engine:0.5")]
    [InlineData("(cloud) storage", "cloud storage:0.5")]
    [InlineData("cloud — storage", "cloud storage:0.5")]
    [InlineData("cloud glockenspiel storage", "")] // a word that no article has
    public void Bonuses_OfQuery_AreOfPlainWordsSideBySide(string query, string expected)
    {
        using TestIndex index = TestIndex.Of(SomeArticles.Titled("a", "cloud storage network engine"), SomeArticles.Titled("b", "desert"));
        TextBonuses bonuses = index.Prepare(new SearchRequest { Query = query, Profile = "none" }).Bonuses;
        double idfs = 2 * (float)Math.Log(1 + (1.5 / 1.5));
        string.Join(',', bonuses.Pairs.Select(p => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{p.Pair.Words}:{Math.Round(p.InTitle / idfs, 6)}"))).ShouldBe(expected);
        foreach (WeightedPair pair in bonuses.Pairs) (pair.InExcerpt / idfs).ShouldBe(0.35, 1e-9);
    }

    private static string Text(IEnumerable<NeighbourPair> pairs) => string.Join(',', pairs.Select(p => $"{p.First} {p.Second} {p.Distance}"));
}
