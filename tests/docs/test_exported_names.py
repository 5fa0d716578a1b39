import indexer
import searcher


def test_every_exported_name_can_be_imported() -> None:
    for package in (indexer, searcher):
        for name in package.__all__:
            assert getattr(package, name) is not None
        assert sorted(package.__all__) == package.__all__
        assert not hasattr(package, "nothing_of_that_name")
