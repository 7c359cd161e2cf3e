using SearchNews.Lucene.Codecs;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Lucene.Util;
using Shouldly;

namespace SearchNews.Testing;

/// <summary>What every <see cref="IndexDirectory"/> promises; a test class for each implementation inherits it.</summary>
public abstract class IndexDirectoryContract
{
    /// <summary>A new empty directory.</summary>
    protected abstract IndexDirectory CreateDirectory();

    [Fact]
    public void ListAll_SomeFiles_GivesThemInOrdinalOrder()
    {
        using IndexDirectory directory = CreateDirectory();
        directory.ListAll().ShouldBeEmpty();
        foreach (string name in new[] { "segments_1", "_a.si", "_1.fnm", "_10.fnm", "Z", "é" })
            Write(directory, name, []);
        directory.ListAll().ShouldBe(["Z", "_1.fnm", "_10.fnm", "_a.si", "segments_1", "é"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(300_000)]
    public void OpenInput_WhatWasWritten_ComesBack(int length)
    {
        Random random = Seeds.Random(length);
        using IndexDirectory directory = CreateDirectory();
        byte[] bytes = Some.Bytes(random, length);
        using (IndexOutput output = directory.CreateOutput("file"))
        {
            output.Name.ShouldBe("file");
            for (int at = 0; at < length;)
            {
                int piece = Math.Min(1 + random.Next(random.Next(2) == 0 ? 10 : 100_000), length - at);
                output.WriteBytes(bytes.AsSpan(at, piece));
                at += piece;
                output.Position.ShouldBe(at);
            }

            output.Checksum.ShouldBe(Crc32.Compute(bytes));
        }

        IndexInput input = directory.OpenInput("file");
        input.Name.ShouldBe("file");
        input.Position.ShouldBe(0);
        input.Span.SequenceEqual(bytes).ShouldBeTrue();
        directory.FileLength("file").ShouldBe(length);
    }

    [Fact]
    public void CreateOutput_ExistingName_Throws()
    {
        using IndexDirectory directory = CreateDirectory();
        Write(directory, "file", [1]);
        Should.Throw<IOException>(() => directory.CreateOutput("file"));
        directory.OpenInput("file").Span.ToArray().ShouldBe([1]);
    }

    [Fact]
    public void CreateOutput_DisposedTwice_WritesOnce()
    {
        using IndexDirectory directory = CreateDirectory();
        IndexOutput output = directory.CreateOutput("file");
        output.WriteByte(7);
        output.Dispose();
        directory.DeleteFile("file");
        output.Dispose();
        directory.ListAll().ShouldBeEmpty();
    }

    [Fact]
    public void EveryMethod_MissingFile_ThrowsFileNotFound()
    {
        using IndexDirectory directory = CreateDirectory();
        Should.Throw<FileNotFoundException>(() => directory.OpenInput("missing"));
        Should.Throw<FileNotFoundException>(() => directory.OpenVerified("missing"));
        Should.Throw<FileNotFoundException>(() => directory.FileLength("missing"));
        Should.Throw<FileNotFoundException>(() => directory.DeleteFile("missing"));
        Should.Throw<FileNotFoundException>(() => directory.Rename("missing", "other"));
        Should.Throw<FileNotFoundException>(() => directory.Replace("missing", "other"));
        Should.Throw<FileNotFoundException>(() => directory.Sync(["missing"]));
    }

    [Fact]
    public void DeleteFile_OpenInput_StaysReadable()
    {
        using IndexDirectory directory = CreateDirectory();
        Write(directory, "file", [1, 2, 3]);
        IndexInput input = directory.OpenInput("file");
        directory.DeleteFile("file");
        directory.ListAll().ShouldBeEmpty();
        input.Clone().ReadSpan(3).ToArray().ShouldBe([1, 2, 3]);
        Write(directory, "file", [9]);
        input.Span.ToArray().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public void Rename_File_MovesItsContent()
    {
        using IndexDirectory directory = CreateDirectory();
        Write(directory, "pending_segments_1", [1, 2]);
        directory.Rename("pending_segments_1", "segments_1");
        directory.SyncMetadata();
        directory.ListAll().ShouldBe(["segments_1"]);
        directory.OpenInput("segments_1").Span.ToArray().ShouldBe([1, 2]);
    }

    [Fact]
    public void Rename_OntoExistingFile_ThrowsAndKeepsBoth()
    {
        using IndexDirectory directory = CreateDirectory();
        Write(directory, "a", [1]);
        Write(directory, "b", [2]);
        Should.Throw<IOException>(() => directory.Rename("a", "b"));
        directory.OpenInput("a").Span.ToArray().ShouldBe([1]);
        directory.OpenInput("b").Span.ToArray().ShouldBe([2]);
    }

    [Fact]
    public void Replace_ExistingFile_TakesItsPlace()
    {
        using IndexDirectory directory = CreateDirectory();
        Write(directory, "CURRENT", [1]);
        IndexInput old = directory.OpenInput("CURRENT");
        Write(directory, "CURRENT.tmp", [2, 3]);
        directory.Replace("CURRENT.tmp", "CURRENT");
        directory.SyncMetadata();
        directory.ListAll().ShouldBe(["CURRENT"]);
        directory.OpenInput("CURRENT").Span.ToArray().ShouldBe([2, 3]);
        old.Span.ToArray().ShouldBe([1], "an open input keeps its bytes");
    }

    [Fact]
    public void Replace_NothingThere_Renames()
    {
        using IndexDirectory directory = CreateDirectory();
        Write(directory, "a", [1]);
        directory.Replace("a", "b");
        directory.ListAll().ShouldBe(["b"]);
        directory.OpenInput("b").Span.ToArray().ShouldBe([1]);
    }

    [Fact]
    public void Replace_MissingSource_LeavesTheDestination()
    {
        using IndexDirectory directory = CreateDirectory();
        Write(directory, "b", [1]);
        Should.Throw<FileNotFoundException>(() => directory.Replace("missing", "b"));
        directory.OpenInput("b").Span.ToArray().ShouldBe([1]);
    }

    [Fact]
    public void Sync_WrittenFiles_ChangesNothing()
    {
        using IndexDirectory directory = CreateDirectory();
        Write(directory, "a", [1]);
        Write(directory, "b", [2]);
        directory.Sync(["a", "b"]);
        directory.SyncMetadata();
        directory.ListAll().ShouldBe(["a", "b"]);
        directory.OpenInput("b").Span.ToArray().ShouldBe([2]);
    }

    [Fact]
    public void ObtainLock_Held_IsRefusedUntilDisposed()
    {
        using IndexDirectory directory = CreateDirectory();
        using (directory.ObtainLock(IndexLock.WriteLockName))
            Should.Throw<LockObtainFailedException>(() => directory.ObtainLock(IndexLock.WriteLockName));
        directory.ObtainLock(IndexLock.WriteLockName).Dispose();
    }

    [Fact]
    public void ObtainLock_DisposedTwice_DoesNotFreeTheNextHolder()
    {
        using IndexDirectory directory = CreateDirectory();
        IndexLock first = directory.ObtainLock(IndexLock.WriteLockName);
        first.Dispose();
        using IndexLock second = directory.ObtainLock(IndexLock.WriteLockName);
        first.Dispose();
        Should.Throw<LockObtainFailedException>(() => directory.ObtainLock(IndexLock.WriteLockName));
    }

    [Fact]
    public void OpenVerified_SoundFile_IsAtItsStart()
    {
        using IndexDirectory directory = CreateDirectory();
        WriteFramed(directory, "file", 100);
        IndexInput input = directory.OpenVerified("file");
        input.Position.ShouldBe(0);
        input.Length.ShouldBe(100 + CodecUtil.FooterLength);
    }

    [Fact]
    public void OpenVerified_AnyDamage_IsCorrupt()
    {
        Random random = Seeds.Random();
        using IndexDirectory directory = CreateDirectory();
        WriteFramed(directory, "file", 40);
        byte[] sound = Damage.BytesOf(directory, "file");
        int number = 0;
        foreach (byte[] damaged in Damage.Truncations(sound).Concat(Damage.Flips(random, sound)))
        {
            string name = $"damaged{number++}";
            Write(directory, name, damaged);
            Should.Throw<CorruptIndexException>(() => directory.OpenVerified(name)).FileName.ShouldBe(name);
        }
    }

    [Fact]
    public void OpenInput_ManyThreads_ReadTheSame()
    {
        using IndexDirectory directory = CreateDirectory();
        byte[] bytes = Some.Bytes(Seeds.Random(), 10_000);
        Write(directory, "file", bytes);
        Parallel.For(0, 50, i =>
        {
            Write(directory, $"other{i}", [(byte)i]);
            directory.OpenInput("file").ReadSpan(bytes.Length).SequenceEqual(bytes).ShouldBeTrue();
        });
        directory.ListAll().Count.ShouldBe(51);
    }

    private static void WriteFramed(IndexDirectory directory, string name, int length)
    {
        using IndexOutput output = directory.CreateOutput(name);
        output.WriteBytes(new byte[length]);
        CodecUtil.WriteFooter(output);
    }

    private static void Write(IndexDirectory directory, string name, byte[] bytes)
    {
        using IndexOutput output = directory.CreateOutput(name);
        output.WriteBytes(bytes);
    }
}
