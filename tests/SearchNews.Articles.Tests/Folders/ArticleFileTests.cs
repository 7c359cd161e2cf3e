using SearchNews.Articles.Diagnostics;
using SearchNews.Articles.Folders;
using SearchNews.Testing;

namespace SearchNews.Articles.Tests.Folders;

public sealed class ArticleFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Load_File_GivesBytesHashAndEntry()
    {
        ArticleEntry entry = Entry("---\ntitle: t\n---\n");

        ArticleFileContent content = ArticleFile.Load(entry);

        content.Problem.ShouldBeNull();
        content.Entry.ShouldBe(entry);
        content.Bytes.ToArray().ShouldBe(File.ReadAllBytes(entry.FullPath));
        content.ContentHash.ShouldBe(ArticleReader.Hash(content.Bytes.Span));
        Article article = new ArticleReader().Read(content).Clean();
        article.Title.ShouldBe("t");
        article.ContentHash.ShouldBe(content.ContentHash);
    }

    [Fact]
    public void Load_FileChangedSinceTheScan_GivesTheSizeAndTimeOfWhatWasRead()
    {
        ArticleEntry entry = Entry("old");
        DateTime time = new(2030, 1, 2, 3, 4, 5, DateTimeKind.Utc);
        File.WriteAllText(entry.FullPath, "newer");
        File.SetLastWriteTimeUtc(entry.FullPath, time);

        ArticleFileContent content = ArticleFile.Load(entry);

        content.Entry.ShouldBe(entry with { Size = 5, ModifiedAt = new DateTimeOffset(time) });
        content.Bytes.ToArray().ShouldBe("newer"u8.ToArray());
    }

    [Fact]
    public void Load_FileGone_SaysSo()
    {
        ArticleEntry entry = Entry("x");
        File.Delete(entry.FullPath);

        Problem(entry).ShouldBe(DiagnosticCode.FileVanished);
    }

    [Fact]
    public void Load_FolderGone_SaysSo()
    {
        ArticleEntry entry = Entry("x");
        Directory.Delete(Path.GetDirectoryName(entry.FullPath)!, recursive: true);

        Problem(entry).ShouldBe(DiagnosticCode.FileVanished);
    }

    [Fact]
    public void Load_FileReplacedByAFolder_SaysSo()
    {
        ArticleEntry entry = Entry("x");
        File.Delete(entry.FullPath);
        Directory.CreateDirectory(entry.FullPath);

        Problem(entry).ShouldBe(DiagnosticCode.FileVanished);
    }

    [Fact]
    public async Task Load_FileReplacedByAPipe_DoesNotWait()
    {
        Unix.SkipUnlessLinux();
        ArticleEntry entry = Entry("x");
        File.Delete(entry.FullPath);
        Unix.Run("mkfifo", entry.FullPath);

        string? problem = await Task.Run(() => Problem(entry), TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
        problem.ShouldBe(DiagnosticCode.FileNotRegular);
    }

    [Fact]
    public void Load_FileReplacedByALink_DoesNotFollow()
    {
        ArticleEntry entry = Entry("x");
        string other = _folder.WriteFile("other.txt", "---\ntitle: other\n---\n");
        File.Delete(entry.FullPath);
        File.CreateSymbolicLink(entry.FullPath, other);

        Problem(entry).ShouldBe(DiagnosticCode.FileNotRegular);
    }

    [Fact]
    public void Load_EmptyFile_SaysSo() => Problem(Entry("")).ShouldBe(DiagnosticCode.FileEmpty);

    [Theory]
    [InlineData(9, null)]
    [InlineData(10, null)]
    [InlineData(11, DiagnosticCode.FileTooLarge)]
    public void Load_BytesAroundTheLimit_SkipsAbove(int bytes, string? code) =>
        (ArticleFile.Load(Entry(new string('a', bytes)), new ArticleLimits { FileBytes = 10 }).Problem?.Code).ShouldBe(code);

    [Fact]
    public void Load_HugeSparseFile_IsNotRead()
    {
        ArticleEntry entry = Entry("x");
        using (FileStream stream = File.OpenWrite(entry.FullPath))
            stream.SetLength(1L << 40);

        ArticleFileContent content = ArticleFile.Load(entry);

        content.Problem!.Message.ShouldBe("the file has 1099511627776 bytes and may have 4194304");
        content.Bytes.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void Load_FileThatMayNotBeRead_SaysSoWithoutThePath()
    {
        Unix.SkipUnlessLinux();
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "root may read any file.");
        ArticleEntry entry = Entry("x");
        Unix.Run("chmod", "000", entry.FullPath);

        ArticleDiagnostic problem = ArticleFile.Load(entry).Problem!;

        problem.Code.ShouldBe(DiagnosticCode.FileUnreadable);
        problem.ToString().ShouldNotContain(_folder.Path);
    }

    [Fact]
    public void Load_FileChangedOnceMeanwhile_ReadsItAnew()
    {
        ArticleEntry entry = Entry("old");
        bool changed = false;

        ArticleFileContent content = ArticleFile.Load(entry, null, () =>
        {
            if (!changed)
                File.AppendAllText(entry.FullPath, " and new");
            changed = true;
        });

        content.Problem.ShouldBeNull();
        content.Entry.Size.ShouldBe(11);
        content.Bytes.ToArray().ShouldBe("old and new"u8.ToArray());
    }

    [Fact]
    public void Load_FileChangedInPlaceMeanwhile_ReadsItAnew()
    {
        ArticleEntry entry = Entry("old");
        int reads = 0;

        ArticleFileContent content = ArticleFile.Load(entry, null, () =>
        {
            if (reads++ > 0)
                return;
            File.WriteAllText(entry.FullPath, "new");
            File.SetLastWriteTimeUtc(entry.FullPath, entry.ModifiedAt.UtcDateTime.AddSeconds(1));
        });

        content.Bytes.ToArray().ShouldBe("new"u8.ToArray());
        reads.ShouldBe(2);
    }

    [Fact]
    public void Load_FileThatNeverRests_SaysSo()
    {
        ArticleEntry entry = Entry("x");

        ArticleFileContent content = ArticleFile.Load(entry, null, () => File.AppendAllText(entry.FullPath, "x"));

        content.Problem!.Code.ShouldBe(DiagnosticCode.FileChanging);
    }

    [Fact]
    public void Load_FileCutMeanwhile_GivesNoHalf()
    {
        ArticleEntry entry = Entry("12345");

        ArticleFileContent content = ArticleFile.Load(entry, null, () => File.WriteAllText(entry.FullPath, ""));

        content.Problem!.Code.ShouldBe(DiagnosticCode.FileEmpty);
    }

    [Fact]
    public void BySize_NoStatx_OpensOnlyWhatHasBytes()
    {
        FileType.BySize(0).ShouldBe(FileKind.EmptyOrNotRegular);
        FileType.BySize(1).ShouldBe(FileKind.Regular);
    }

    [Fact]
    public void Of_RegularPipeAndDevice_TellsThemApart()
    {
        Unix.SkipUnlessLinux();
        FileType.Of(_folder.WriteFile("empty", ""), 0).ShouldBe(FileKind.Regular);
        FileType.Of(_folder.WriteFile("full", "x"), 1).ShouldBe(FileKind.Regular);
        FileType.Of("/dev/null", 0).ShouldBe(FileKind.NotRegular);
        FileType.Of(_folder.Path, 1).ShouldBe(FileKind.NotRegular);
        FileType.Of(_folder.Combine("gone"), 1).ShouldBe(FileKind.Regular);
    }

    private ArticleEntry Entry(string text)
    {
        _folder.WriteFile("x/a.md", text);
        return new ArticleFolder(_folder.Path).Scan(TestContext.Current.CancellationToken).Entries.Single(e => e.Id == "x/a");
    }

    private static string? Problem(ArticleEntry entry)
    {
        ArticleFileContent content = ArticleFile.Load(entry);
        content.Bytes.IsEmpty.ShouldBeTrue();
        new ArticleReader().Read(content).Error.ShouldBe(content.Problem);
        return content.Problem?.Code;
    }
}
