using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Store;

public sealed class FileSystemDirectoryTests : IndexDirectoryContract, IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void CreateDirectory_MissingFolder_IsCreated()
    {
        string path = _folder.Combine("a", "b");
        using var directory = new FileSystemDirectory(path);
        directory.FullPath.ShouldBe(path);
        Directory.Exists(path).ShouldBeTrue();
        directory.ListAll().ShouldBeEmpty();
    }

    [Fact]
    public void CreateOutput_Disposed_IsAFileOfThoseBytes()
    {
        using var directory = new FileSystemDirectory(_folder.Path);
        using (IndexOutput output = directory.CreateOutput("_0.dat")) output.WriteBytes("content"u8);
        File.ReadAllBytes(_folder.Combine("_0.dat")).ShouldBe("content"u8.ToArray());
    }

    [Fact]
    public void ListAll_SubfolderInTheWay_IsNotListed()
    {
        using var directory = new FileSystemDirectory(_folder.Path);
        _folder.CreateFolder("sub");
        _folder.WriteFile("file", "x");
        directory.ListAll().ShouldBe(["file"]);
    }

    [Fact]
    public void ObtainLock_OtherInstanceOfTheSameFolder_IsRefused()
    {
        using var one = new FileSystemDirectory(_folder.Path);
        using var two = new FileSystemDirectory(_folder.Path + Path.DirectorySeparatorChar);
        using (one.ObtainLock(IndexLock.WriteLockName))
        {
            Should.Throw<LockObtainFailedException>(() => two.ObtainLock(IndexLock.WriteLockName)).Message.ShouldContain("write.lock");
            using IndexLock other = two.ObtainLock("other.lock");
        }

        new FileInfo(_folder.Combine(IndexLock.WriteLockName)).Length.ShouldBe(0, "the file stays, as Lucene leaves it");
        two.ObtainLock(IndexLock.WriteLockName).Dispose();
    }

    [Fact]
    public void ObtainLock_HeldByUs_IsRefusedToLucene()
    {
        using var directory = new FileSystemDirectory(_folder.Path);
        using (directory.ObtainLock(IndexLock.WriteLockName)) Oracle.Run("TryLock", _folder.Path).Trim().ShouldBe("refused");
        Oracle.Run("TryLock", _folder.Path).Trim().ShouldBe("obtained");
    }

    [Fact]
    public async Task ObtainLock_HeldByLucene_IsRefusedToUs()
    {
        Oracle.SkipUnlessAvailable();
        using var directory = new FileSystemDirectory(_folder.Path);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Task<string> holding = Task.Run(() => Oracle.Run("HoldLock", _folder.Path), cancellation);
        try
        {
            SpinWait.SpinUntil(() => holding.IsCompleted || File.Exists(_folder.Combine("held")), TimeSpan.FromMinutes(1)).ShouldBeTrue();
            Should.Throw<LockObtainFailedException>(() => directory.ObtainLock(IndexLock.WriteLockName));
        }
        finally
        {
            await File.WriteAllTextAsync(_folder.Combine("release"), "", cancellation);
        }

        await holding;
        directory.ObtainLock(IndexLock.WriteLockName).Dispose();
    }

    [Theory]
    [InlineData(1L << 31)]
    [InlineData(1L << 40)]
    public void Open_FileOfTwoGiBOrMore_IsNamedAndNotRead(long length)
    {
        using (FileStream file = File.Create(_folder.Combine("_0.fdt"))) file.SetLength(length);
        using var directory = new FileSystemDirectory(_folder.Path);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<CorruptIndexException>(() => directory.OpenVerified("_0.fdt")).Message.ShouldContain("_0.fdt");
        Should.Throw<CorruptIndexException>(() => directory.OpenInput("_0.fdt")).FileName.ShouldBe("_0.fdt");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void FolderSync_MissingFolder_Throws() => Should.Throw<IOException>(() => FolderSync.Sync(_folder.Combine("missing"))).Message.ShouldContain("missing");

    protected override IndexDirectory CreateDirectory() => new FileSystemDirectory(_folder.Combine("index"));
}
