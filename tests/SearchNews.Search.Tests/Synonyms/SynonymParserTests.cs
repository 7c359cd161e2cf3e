using System.Text;
using SearchNews.Search.Synonyms;

namespace SearchNews.Search.Tests.Synonyms;

public sealed class SynonymParserTests
{
    [Fact]
    public void Parse_Rules_AreKnownByStem()
    {
        SynonymRules rules = Parse("# names\n\nk8s, Kubernetes, kube\r\nad => azure active directory, entra\n aks=>kubernetes \nclouds, skies");

        Find(rules, "k8s").ShouldBe(["Kubernetes", "kube"]);
        Find(rules, "kubernetes").ShouldBe(["k8s", "kube"]);
        Find(rules, "AD").ShouldBe(["azure active directory", "entra"]);
        Find(rules, "azure active directory").ShouldBeNull("one way only");
        Find(rules, "entra").ShouldBeNull();
        Find(rules, "aks").ShouldBe(["kubernetes"]);
        Find(rules, "cloud").ShouldBe(["skies"]);
        rules.Version.ShouldNotBeEmpty();
        rules.Version.ShouldNotBe(Parse("k8s, kubernetes").Version);
    }

    [Theory]
    [InlineData("a1, b1\nlonely", "synonyms.txt:2: a rule needs two words or phrases, separated by ',' or '=>'.")]
    [InlineData("k8s,, kubernetes", "synonyms.txt:1: a word is missing before or after ',' or '=>'.")]
    [InlineData("k8s =>", "synonyms.txt:1: a word is missing before or after ',' or '=>'.")]
    [InlineData("a1 => b1 => c1", "synonyms.txt:1: '=>' stands more than once.")]
    [InlineData("#\n#\nthe, kubernetes", "synonyms.txt:3: 'the' has no word that is searched for.")]
    [InlineData("\"azure ad\", aad", "synonyms.txt:1: quotes are not needed: words side by side are a phrase.")]
    [InlineData("one two three four five six seven eight nine, nines", "synonyms.txt:1: 'one two three four five six seven eight nine' has more than 8 words.")]
    [InlineData("a1,a2,a3,a4,a5,a6,a7,a8,a9,b1,b2,b3,b4,b5,b6,b7,b8", "synonyms.txt:1: a rule has at most 16 words and phrases.")]
    public void Parse_NoRule_NamesFileAndLine(string text, string expected) => Should.Throw<SynonymFileException>(() => Parse(text)).Message.ShouldBe(expected);

    [Fact]
    public void Parse_TooMuch_IsRefused()
    {
        Should.Throw<SynonymFileException>(() => Parse(string.Concat(Enumerable.Repeat("# line\n", 10_001)))).Message.ShouldBe("synonyms.txt:10001: a file has at most 10000 lines.");
        Should.Throw<SynonymFileException>(() => Parse(new string('#', (1 << 20) + 1))).Message.ShouldBe("synonyms.txt has 1048577 bytes, at most 1048576 are read.");
        Should.Throw<SynonymFileException>(() => SynonymParser.Parse([0x61, 0xFF], "synonyms.txt")).Message.ShouldBe("synonyms.txt is not UTF-8.");
        Should.Throw<SynonymFileException>(() => Parse(string.Concat(Enumerable.Range(1000, 40).Select(i => $"hub, w{i}\n")))).Message.ShouldBe("synonyms.txt:33: 'hub' means more than 32 others by now.");
    }

    [Fact]
    public void Parse_AnyBytes_GiveRulesOrTheError()
    {
        Random random = Seeds.Random();
        for (int i = 0; i < 2_000; i++)
        {
            byte[] bytes = random.Next(2) == 0 ? Some.Bytes(random, random.Next(60)) : Encoding.UTF8.GetBytes(Some.Text(random, 80));
            try
            {
                SynonymParser.Parse(bytes, "f").Version.ShouldNotBeEmpty();
            }
            catch (SynonymFileException e)
            {
                e.Message.ShouldStartWith("f");
            }
        }
    }

    private static IReadOnlyList<string>? Find(SynonymRules rules, string text) => rules.Find(SynonymRules.StemsOf(text));

    private static SynonymRules Parse(string text) => SynonymParser.Parse(Encoding.UTF8.GetBytes(text), "synonyms.txt");
}
