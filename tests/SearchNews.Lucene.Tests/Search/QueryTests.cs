using SearchNews.Lucene.Index;
using SearchNews.Lucene.Search;
using SearchNews.Lucene.Search.Features;

namespace SearchNews.Lucene.Tests.Search;

public sealed class QueryTests
{
    private static readonly TermQuery A = new("f", "a");
    private static readonly TermQuery B = new("f", "b");

    // As Lucene prints them.
    public static TheoryData<Query, string> Notations => new()
    {
        { A, "f:a" },
        { new BooleanQuery.Builder().Add(A, Occur.Must).Add(B, Occur.MustNot).Add(BooleanQuery.Of(Occur.Should, A, B), Occur.Filter).SetMinimumShouldMatch(2).Build(), "(+f:a -f:b #(f:a f:b))~2" },
        { new BoostQuery(A, 2.5f), "(f:a)^2.5" },
        { new ConstantScoreQuery(A), "ConstantScore(f:a)" },
        { new DisjunctionMaxQuery([A, BooleanQuery.Of(Occur.Should, A, B)], 0.1f), "(f:a | (f:a f:b))~0.1" },
        { new PhraseQuery("f", "a", "b").WithSlop(3), "f:\"a b\"~3" },
        { new PhraseQuery.Builder().Add(new Term("f", "a"), 1).Add(new Term("f", "b"), 3).Add(new Term("f", "c"), 3).Build(), "f:\"? a ? b|c\"" },
        { new PrefixQuery("f", "a"), "f:a*" },
        { new WildcardQuery("f", "a?b*"), "f:a?b*" },
        { new TermRangeQuery("f", "a", null, includesLower: false, includesUpper: true), "f:{a TO *]" },
        { new FuzzyQuery(new Term("f", "a"), 1), "f:a~1" },
        { MatchAllDocsQuery.Instance, "*:*" },
        { new MatchNoDocsQuery("why"), "MatchNoDocsQuery(\"why\")" },
        { new TermQuery(new Term("f", [0xff, 0x00])), "f:[ff 0]" },
    };

    [Theory]
    [MemberData(nameof(Notations))]
    public void ToString_EachKind_IsLucenesNotation(Query query, string expected)
    {
        query.ToString().ShouldBe(expected);
        query.ToString("f").ShouldBe(expected.Replace("f:", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1f, "1.0")]
    [InlineData(0.1f, "0.1")]
    [InlineData(1e7f, "1.0E7")]
    [InlineData(9999999f, "9999999.0")]
    [InlineData(1.5e10f, "1.5E10")]
    [InlineData(0.001f, "0.001")]
    [InlineData(0.00012f, "1.2E-4")]
    [InlineData(3.4028235e38f, "3.4028235E38")]
    [InlineData(1.5e-10f, "1.5E-10")]
    [InlineData(0f, "0.0")]
    public void Float_AnySize_IsPrintedAsInJava(float value, string expected) => ClassicNotation.Float(value).ShouldBe(expected);

    [Fact]
    public void Equals_SameMeaning_DoesNotDependOnOrder()
    {
        BooleanQuery.Of(Occur.Should, A, B, A).ShouldBe(BooleanQuery.Of(Occur.Should, B, A, A));
        BooleanQuery.Of(Occur.Should, A, B, A).GetHashCode().ShouldBe(BooleanQuery.Of(Occur.Should, B, A, A).GetHashCode());
        BooleanQuery.Of(Occur.Should, A, B, A).ShouldNotBe(BooleanQuery.Of(Occur.Should, B, A, B));
        BooleanQuery.Of(Occur.Should, A, B).ShouldNotBe(BooleanQuery.Of(Occur.Must, A, B));
        new DisjunctionMaxQuery([A, B], 0.1f).ShouldBe(new DisjunctionMaxQuery([B, A], 0.1f));
        new PhraseQuery("f", "a", "b").ShouldNotBe(new PhraseQuery("f", "b", "a"));
        FeatureQuery.Saturation("f", "q", 2f, 3f).ShouldBe(FeatureQuery.Saturation("f", "q", 2f, 3f));
        FeatureQuery.Saturation("f", "q", 2f, 3f).ShouldNotBe(FeatureQuery.Saturation("f", "q", 2f));
        FeatureQuery.Sigmoid("f", "q", 1f, 3f, 2f).ShouldNotBe(FeatureQuery.Sigmoid("f", "q", 1f, 3f, 1f));
    }

    [Fact]
    public void Equals_RandomQueries_HoldsForCopiesOnly()
    {
        Random random = Seeds.Random();
        var queries = new RandomQueries(random, r => Some.Of(r, "a", "b", "c"));
        for (int i = 0; i < 500; i++)
        {
            Query one = queries.Next();
            Query two = queries.Next();
            if (one.Equals(two)) one.GetHashCode().ShouldBe(two.GetHashCode());
            else one.Equals(MatchAllDocsQuery.Instance).ShouldBe(one is MatchAllDocsQuery);
        }
    }

    [Fact]
    public void Create_InvalidArguments_AreRefused()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new BoostQuery(A, -1f));
        Should.Throw<ArgumentOutOfRangeException>(() => new BoostQuery(A, float.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => new DisjunctionMaxQuery([A], 1.5f));
        Should.Throw<ArgumentOutOfRangeException>(() => new FuzzyQuery(A.Term, 3));
        Should.Throw<ArgumentOutOfRangeException>(() => FeatureQuery.Saturation("f", "q", 65f));
        Should.Throw<ArgumentOutOfRangeException>(() => FeatureQuery.Log("f", "q", 1f, 0.5f));
        Should.Throw<ArgumentOutOfRangeException>(() => new PhraseQuery("f", "a").WithSlop(-1));
        Should.Throw<ArgumentException>(() => new PhraseQuery.Builder().Add(new Term("f", "a")).Add(new Term("g", "a")));
        var builder = new BooleanQuery.Builder();
        for (int i = 0; i < BooleanQuery.MaxClauseCount; i++) builder.Add(A, Occur.Should);
        Should.Throw<TooManyClausesException>(() => builder.Add(A, Occur.Should));
    }
}
