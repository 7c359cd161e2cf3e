using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index.Life;

/// <summary>After any number of random operations the index is what a naive model says; with <c>SEARCHNEWS_LONG_TESTS=1</c> after 10,000.</summary>
public sealed class RandomLifeTests
{
    private static readonly int Steps = LongTier.Rounds(250, 10_000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void AnyOperations_InMemory_EqualTheModel(int round)
    {
        using MemoryDirectory directory = new();
        using RandomLife life = new(directory, Seeds.Random(round));
        life.Run(Steps);
        IndexVerifier.Verify(directory, TestContext.Current.CancellationToken).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void AnyOperations_SortedIndex_EqualTheModel()
    {
        using MemoryDirectory directory = new();
        using RandomLife life = new(directory, Seeds.Random(4), IndexSortField.String("first", reverse: true));
        life.Run(Steps);
        IndexVerifier.Verify(directory, TestContext.Current.CancellationToken).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void AnyOperations_OnDisk_LuceneFindsItSoundAndAnswersTheSame()
    {
        Oracle.SkipUnlessAvailable();
        using TempFolder folder = new();
        using FileSystemDirectory directory = new(folder.Path);
        LifeModel model;
        using (RandomLife life = new(directory, Seeds.Random(9)))
        {
            life.Run(Steps);
            model = life.Model;
        }

        Oracle.CheckIndex(folder.Path);
        DirectoryReader reader = DirectoryReader.Open(directory);
        IndexDump.Of(reader).ShouldHaveTheLinesOf(Oracle.DumpIndex(folder.Path));
        LuceneAnswers.ShouldBeOurs(folder.Path, reader, model.Documents);
    }
}
